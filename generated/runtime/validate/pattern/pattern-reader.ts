import type { PatternNode } from "./pattern-node.js";

/** Where reading a pattern is, and what groups it has had. */
export class PatternReader {
  readonly unicode: boolean;
  /** Whether `\k` is a reference: with flag `u`, or where there are names. */
  readonly hasNames: boolean;
  readonly #source: string;
  readonly #groups = new Map<string, PatternNode>();
  readonly #count: number;
  #opened = 0;
  #at = 0;

  constructor(source: string, unicode: boolean) {
    this.#source = source;
    this.unicode = unicode;
    this.hasNames = unicode || /\(\?<[^=!]/.test(source);
    // Where a bracket stands in a class, the number is too high, which makes a reference of what would be a character.
    this.#count = (source.match(/\((?!\?)|\(\?<(?![=!])/g) ?? []).length;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  sees(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }

  take(text: string): boolean {
    if (!this.sees(text)) return false;
    this.#at += text.length;
    return true;
  }

  /** What a sticky expression finds here. */
  match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#source) ?? undefined;
    if (found !== undefined) this.#at += found[0].length;
    return found;
  }

  /** The next character; without flag `u` a half of one may be. */
  next(): number {
    const point = this.unicode ? this.#source.codePointAt(this.#at) : this.#source.charCodeAt(this.#at);
    if (point === undefined || Number.isNaN(point)) throw new Unreadable();
    this.#at += point > 0xffff ? 2 : 1;
    return point;
  }

  openGroup(): number {
    this.#opened += 1;
    return this.#opened;
  }

  closeGroup(number: number, name: string | undefined, part: PatternNode): void {
    this.#groups.set(String(number), part);
    if (name !== undefined) this.#groups.set(`<${name}>`, part);
  }

  hasGroup(number: number): boolean {
    return number <= this.#count;
  }

  /** A reference to a group that is closed. */
  reference(group: string): PatternNode {
    const part = this.#groups.get(group);
    if (part === undefined) throw new Unreadable();
    return { kind: "back", part };
  }
}

/** Ends the reading of a pattern that is not understood. */
export class Unreadable {}
