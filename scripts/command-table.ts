/** Puts the table of commands into README.md: `node --import tsx scripts/command-table.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { commands } from "../generator/cli/commands.ts";
import { printCommandTable } from "../generator/cli/help.ts";

const readme = new URL("../README.md", import.meta.url);
const text = readFileSync(readme, "utf8");
writeFileSync(readme, text.replace(/(<!-- commands -->\n)[^]*?(\n<!-- \/commands -->)/, (_, begin: string, end: string) => `${begin}${printCommandTable(commands)}${end}`));
