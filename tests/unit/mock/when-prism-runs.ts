import { setTimeout } from "node:timers/promises";
import type { Mock } from "../../../generator/mock/start-mock.ts";

/** Waits until Prism is there. */
export async function whenPrismRuns(mock: Mock): Promise<void> {
  for (let tries = 0; tries < 6000 && mock.state().prism !== "running"; tries++) await setTimeout(50);
  if (mock.state().prism !== "running") throw new Error(`Prism is ${mock.state().prism}.`);
}
