import { Session } from "node:inspector/promises";

/**
 * How many steps our code and the packages that it uses take for some work: calls of functions, and runs of loops and branches. They are as
 * many on every machine, however busy it is; what the language's own functions do inside is not counted.
 */
export async function stepsOf(work: () => Promise<void> | void): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await work();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const counts = result.filter(({ url }) => !url.startsWith("node:")).flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)));
    return counts.reduce((sum, count) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
