import type { Printable } from "../../print/printable.ts";
import { reservedNames } from "./code-name.ts";
import type { Locals } from "./locals.ts";

/** What is gathered for one file of code: which names are taken in it, and what stands beside its main declarations. */
export class DeclaredCode {
  /** Constants and functions that what is exported needs, in order. */
  readonly declarations: Printable[] = [];
  /** Names of these, and of what is exported. */
  readonly names: Set<string>;
  /** Names of constants in functions. No import may take one, or it would be hidden there. */
  readonly locals = new Set<string>();

  constructor(names: Iterable<string>) {
    this.names = new Set(names);
  }

  /** A name for a constant or function of the file, `petName` or else `petName2`. */
  declare(wanted: string): string {
    const name = freeName(wanted, (taken) => this.names.has(taken) || this.locals.has(taken));
    this.names.add(name);
    return name;
  }

  /** A name for a constant in a function that has some already. */
  local(wanted: string, others: Locals): string {
    const name = freeName(wanted, (taken) => this.names.has(taken) || others.has(taken));
    others.add(name);
    this.locals.add(name);
    return name;
  }
}

function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let number = 2; isTaken(name) || reservedNames.has(name); number++) name = `${wanted}${number}`;
  return name;
}
