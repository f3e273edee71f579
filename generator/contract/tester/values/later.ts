import fc from "fast-check";

/** The same values as of another arbitrary, each made when it is first asked for: of many that are thought of, not all are wanted. */
export class Later<Value> extends fc.Arbitrary<() => Value> {
  readonly #arbitrary: fc.Arbitrary<Value>;

  constructor(arbitrary: fc.Arbitrary<Value>) {
    super();
    this.#arbitrary = arbitrary;
  }

  generate(random: fc.Random, biasFactor: number | undefined): fc.Value<() => Value> {
    const own = random.clone();
    let made: { readonly value: Value } | undefined;
    return new fc.Value(() => (made ??= { value: this.#arbitrary.generate(own, biasFactor).value }).value, undefined);
  }

  canShrinkWithoutContext(value: unknown): value is () => Value {
    return typeof value === "function";
  }

  /** What has to be made is not known to be smaller. */
  shrink(): fc.Stream<fc.Value<() => Value>> {
    return fc.Stream.nil();
  }
}
