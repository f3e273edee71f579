#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";

// V8 hurries to optimise what most runs of a command line are over too soon to profit from. Waiting three times as long takes a
// quarter off the CPU of a small document and nothing from a large one. A V8 that does not know the flag ignores it.
setFlagsFromString("--interrupt-budget=400000");
// And what it optimises then, it need not spend most of the time on putting functions into each other.
setFlagsFromString("--max-inlined-bytecode-size-cumulative=0");

// Node 22.8 and newer keep the compiled form of what is imported from here on; hence the imports below are not static ones.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") module.enableCompileCache();

const { main } = await import("./main.ts");
const { processIo } = await import("./io.ts");
process.exitCode = await main(process.argv.slice(2), processIo());
