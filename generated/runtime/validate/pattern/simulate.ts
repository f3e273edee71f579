import { includes, wordCharacters } from "./code-points.js";
import type { Look, Program, Step } from "./program.js";

/** Whether a program finds a match in a text, given as numbers of characters. Takes time in proportion to the length of the text. */
export function hasMatch(program: Program, points: readonly number[]): boolean {
  const run = new Simulation(points);
  let found = false;
  run.walk(program, true, () => {
    found = true;
    return true;
  });
  return found;
}

/** All ways through a text at once: of a step that is reached at a place it does not matter by which way. */
class Simulation {
  readonly #points: readonly number[];
  readonly #looks = new Map<Look, Uint8Array>();

  constructor(points: readonly number[]) {
    this.#points = points;
  }

  /** Reads the text from one end to the other, with a new beginning at each place. `onMatch` says whether that is enough. */
  walk(program: Program, forwards: boolean, onMatch: (place: number) => boolean): void {
    const points = this.#points;
    const reached = new Int32Array(program.length).fill(-1);
    let reading: number[] = [];
    for (let count = 0; count <= points.length; count++) {
      const place = forwards ? count : points.length - count;
      const open = [...reading, program.length - 1];
      reading = [];
      const isMatch = this.#follow(program, open, { place, count, reached, reading });
      if (isMatch && onMatch(place)) return;
      const point = points[forwards ? place : place - 1];
      if (point === undefined) return;
      reading = reading.flatMap((number) => {
        const step = program[number];
        return step?.kind === "read" && includes(step.set, point) ? [step.next] : [];
      });
    }
  }

  /** Goes on to all steps that can be reached without reading, and collects those that read. */
  #follow(program: Program, open: number[], at: { place: number; count: number; reached: Int32Array; reading: number[] }): boolean {
    let isMatch = false;
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      const step = program[number];
      if (step === undefined || at.reached[number] === at.count) continue;
      at.reached[number] = at.count;
      if (step.kind === "match") isMatch = true;
      else if (step.kind === "read") at.reading.push(number);
      else if (step.kind === "fork") for (const next of step.next) open.push(next);
      else if (this.#holds(step, at.place)) open.push(step.next);
    }
    return isMatch;
  }

  #holds(step: Step & { kind: "assert" | "look" }, place: number): boolean {
    if (step.kind === "look") return (this.#placesOf(step.look)[place] === 1) !== step.negative;
    switch (step.what) {
      case "start": return place === 0;
      case "end": return place === this.#points.length;
      case "boundary": return this.#isWord(place - 1) !== this.#isWord(place);
      case "inside": return this.#isWord(place - 1) === this.#isWord(place);
      default: return step.what satisfies never;
    }
  }

  /** The places at which a lookaround finds what it looks for, all in one go. */
  #placesOf(look: Look): Uint8Array {
    const known = this.#looks.get(look);
    if (known !== undefined) return known;
    const places = new Uint8Array(this.#points.length + 1);
    this.#looks.set(look, places);
    this.walk(look.program, !look.ahead, (place) => {
      places[place] = 1;
      return false;
    });
    return places;
  }

  #isWord(place: number): boolean {
    const point = this.#points[place];
    return point !== undefined && includes(wordCharacters, point);
  }
}
