#!/usr/bin/env node
import module from "node:module";

// Node 22.8 and newer keep the compiled form of what is imported from here on; hence the imports below are not static ones.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") module.enableCompileCache();

const { main } = await import("./main.ts");
const { processIo } = await import("./io.ts");
process.exitCode = await main(process.argv.slice(2), processIo());
