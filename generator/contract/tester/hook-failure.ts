import type { Hooks } from "./hooks.ts";

/** A hook has thrown, or says what cannot be. The message names the hook and what it said, with the place in its file. */
export class HookFailure extends Error {
  constructor(hook: keyof Hooks, cause: unknown) {
    super(`The hook ${hook} has failed: ${cause instanceof Error ? cause.message : String(cause)}${placeOf(cause)}`, { cause });
  }
}

/** What a hook gives. Rejects with a `HookFailure` where it throws. */
export async function callHook<Given>(hook: keyof Hooks, call: () => Given): Promise<Awaited<Given>> {
  try {
    return await call();
  } catch (error) {
    throw new HookFailure(hook, error);
  }
}

/** The first place of a stack that is in a file of its owner's: ` (hooks.ts:3:9)`. */
function placeOf(cause: unknown): string {
  const frames = cause instanceof Error ? (cause.stack ?? "").split("\n") : [];
  const own = frames.find((frame) => /^\s+at .*[/\\]/.test(frame) && !/node_modules|node:/.test(frame));
  const [, place] = /([^/\\()\s]+:\d+:\d+)\)?$/.exec(own ?? "") ?? [];
  return place === undefined ? "" : ` (${place})`;
}
