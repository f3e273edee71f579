import type { Command, Flag } from "./command.ts";

/** What `specwright generate --help` says. */
export function printHelp(command: Command): string {
  const flags = Object.entries(command.flags).map(([name, flag]) => ({ left: flagUsage(name, flag), right: flagHelp(flag) }));
  const lines = [command.summary, "", `  ${usageOf(command)}`];
  if (command.about) lines.push("", command.about);
  lines.push("", "Flags:", ...columns([...flags, { left: "-h, --help", right: "Show this help" }]));
  return `${lines.join("\n")}\n`;
}

/** What `specwright --help` says. */
export function printOverview(commands: readonly Command[]): string {
  const listed = commands.filter((command) => !command.hidden);
  const lines = [
    "One OpenAPI document is the contract; everything else is derived from it.",
    "",
    "Usage: specwright COMMAND [DOC] [flags]",
    "",
    ...columns(listed.map((command) => ({ left: command.name, right: command.summary }))),
    "",
    "DOC is a path, a URL, or - for stdin. Without it, every API that redocly.yaml lists is meant.",
    "specwright COMMAND --help tells more. Exit codes: 0 clean, 1 findings, 2 wrong usage or unreadable input, 3 a bug of ours.",
  ];
  return `${lines.join("\n")}\n`;
}

/** README's table: one row for each command, in Markdown. */
export function printCommandTable(commands: readonly Command[]): string {
  const rows = commands
    .filter((command) => !command.hidden)
    .map((command) => `| \`${usageOf(command).replaceAll("|", "\\|")}\` | ${command.summary} |`);
  return ["| command | what it does |", "| --- | --- |", ...rows].join("\n");
}

function usageOf(command: Command): string {
  const positionals = command.positionals.map((name) => `[${name}]`);
  const flags = Object.entries(command.flags).map(([name, flag]) => `[${longFlag(name, flag)}]`);
  return ["specwright", command.name, ...positionals, ...flags].join(" ");
}

function longFlag(name: string, flag: Flag): string {
  if (flag.type === "boolean") return `--${name}`;
  if (flag.type === "strings") return `--${name} ${flag.value} …`;
  return `--${name} ${flag.choices ? flag.choices.join("|") : flag.value}`;
}

function flagUsage(name: string, flag: Flag): string {
  const long = flag.type === "boolean" ? `--${name}` : `--${name} ${flag.value}`;
  return flag.short ? `-${flag.short}, ${long}` : `    ${long}`;
}

function flagHelp(flag: Flag): string {
  return flag.type === "string" && flag.choices ? `${flag.help}: ${flag.choices.join(", ")}` : flag.help;
}

function columns(rows: readonly { left: string; right: string }[]): string[] {
  const width = Math.max(...rows.map((row) => row.left.length));
  return rows.map((row) => `  ${row.left.padEnd(width)}  ${row.right}`);
}
