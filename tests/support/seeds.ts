/** The seeds that random tests go through: one, so that `npm test` is quick, or as many as `SEEDS=20 npm test` says. */
export const seeds: readonly number[] = Array.from({ length: Number(process.env["SEEDS"] ?? 1) }, (_, index) => index + 1);
