/**
 * What predicates of one another's schemas have found of the objects and lists in a value: where members of a union lead back to the
 * union, each asks again about the same parts, and to remember takes linear time instead of exponential.
 */
export class Verdicts {
  readonly #known = new Map<string, Map<object, boolean>>();

  /** What a predicate has found of a value, or finds now. */
  of(predicate: string, value: unknown, judge: () => boolean): boolean {
    if (typeof value !== "object" || value === null) return judge();
    let known = this.#known.get(predicate);
    if (known === undefined) this.#known.set(predicate, (known = new Map()));
    let verdict = known.get(value);
    if (verdict === undefined) known.set(value, (verdict = judge()));
    return verdict;
  }
}
