import { devCommand } from "./commands/dev.ts";
import { docsCommand } from "./commands/docs.ts";
import { generateCommand } from "./commands/generate.ts";
import { lintCommand } from "./commands/lint.ts";
import { mockCommand } from "./commands/mock.ts";
import { proxyCommand } from "./commands/proxy.ts";
import { samplesCommand } from "./commands/samples.ts";
import { startCommand } from "./commands/start.ts";
import { stubsCommand } from "./commands/stubs.ts";
import { testCommand } from "./commands/test.ts";
import type { Command } from "./command.ts";

/** Every command there is, in the order of the help text. */
export const commands: readonly Command[] = [lintCommand, generateCommand, devCommand, mockCommand, testCommand, proxyCommand, samplesCommand, docsCommand, stubsCommand, startCommand];
