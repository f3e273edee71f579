/**
 * `npm run bench -- [NAME…] [--write]` measures `generate --only types` against openapi-typescript, in one run and as
 * ratios, for processor time is comparable within a run and between machines only as a ratio; and `generate` of everything. `--write`
 * keeps the tables in RESULTS.md. `npm run bench -- client` measures the generated client beside others instead; its table is CLIENT.md.
 * `npm run bench -- server` does so for the generated server; its table is SERVER.md. `npm run bench -- stubs` measures
 * `specwright stubs`; its table is STUBS.md. `npm run bench -- mock` measures `specwright mock` beside Prism; its table is MOCK.md.
 * `npm run bench -- router` measures the generated router, and a start with many routes; its table is ROUTER.md.
 * `npm run bench -- dev` measures `specwright dev` from save to code; its table is DEV.md.
 * `npm run bench -- validators` measures the generated predicates beside others; its table is VALIDATORS.md.
 * `npm run bench -- kill-rate` counts the faulty servers that `specwright test` finds, beside Prism's proxy and jest-openapi, or
 * with `--every N` of each kind every Nth of them; its table is KILL_RATE.md.
 * `npm run bench -- tester` measures what `specwright test` itself costs; its table is TESTER.md. With `--once`, each figure is of one run and no median, for a machine that has no time.
 * `npm run bench -- independent [NAME…]` tests servers that are not ours; its table is INDEPENDENT.md.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repository } from "../support/typecheck.ts";
import { benchClient } from "./client/run.ts";
import { benchDev } from "./dev/run.ts";
import { benchGenerate } from "./generate/run.ts";
import { benchIndependent } from "./independent/run.ts";
import { benchKillRate } from "./kill-rate/run.ts";
import { benchMock } from "./mock/run.ts";
import { benchRouter } from "./router/run.ts";
import { benchServer } from "./server/run.ts";
import { benchStubs } from "./stubs/run.ts";
import { benchTester } from "./tester/run.ts";
import { benchValidators } from "./validators/run.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: "boolean", default: false }, once: { type: "boolean", default: false }, every: { type: "string", default: "1" } } });
const tool = join(repository, "dist", "specwright.js");
if (!existsSync(tool)) throw new Error("dist/specwright.js is not there. Run `npm run build`.");
if (positionals.includes("client")) benchClient(values);
else if (positionals.includes("server")) await benchServer(values);
else if (positionals.includes("router")) await benchRouter(values);
else if (positionals.includes("stubs")) benchStubs(tool, values);
else if (positionals.includes("dev")) await benchDev(tool, values);
else if (positionals.includes("kill-rate")) await benchKillRate({ ...values, every: Number(values.every) });
else if (positionals[0] === "independent") await benchIndependent(tool, { ...values, only: positionals.slice(1) });
else if (positionals.includes("mock")) await benchMock(tool, values);
else if (positionals.includes("validators")) await benchValidators(tool, values);
else if (positionals.includes("tester")) await benchTester(tool, values);
else benchGenerate(tool, { ...values, only: positionals });
