/** The names of constants in a block of a function, and in the blocks around it. */
export class Locals {
  readonly #own = new Set<string>();
  readonly #outer: Locals | undefined;

  constructor(outer?: Locals) {
    this.#outer = outer;
  }

  has(name: string): boolean {
    return this.#own.has(name) || this.#outer?.has(name) === true;
  }

  add(name: string): void {
    this.#own.add(name);
  }
}
