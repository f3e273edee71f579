import { typecheck, type CompileError } from "../../support/typecheck.ts";
import type { Group, Instance } from "./suite.ts";

/** A group, and the types that a generator made of it: none where it failed, and then `failure` says why. */
export type GeneratedGroup = { group: Group; types?: string; failure?: string };

/** What became of the suite: groups without types, groups whose types do not compile, and each instance by what the type says. */
export type Outcome = {
  failed: GeneratedGroup[];
  broken: { group: Group; error: CompileError }[];
  instances: { group: Group; instance: Instance; error?: CompileError }[];
};

/**
 * How an instance meets its type. To `assignable`, a literal is a value like any other, and a value without any of the optional
 * members of a type fits it, as in JSON Schema: `& object` in `Open` turns off TypeScript's weak type detection, which like
 * the excess property check is advice about spelling and not part of the type. To `fresh`, it is refused also for
 * members that the type does not name (TypeScript's excess property check), which is what somebody sees who writes it
 * down there and then, but goes against JSON Schema, where objects are open.
 */
export type Reading = "assignable" | "fresh";

/**
 * Gives every instance to the type of its group, each on a line of its own, all in one program. An error in that line is
 * the type's refusal.
 */
export async function assignInstances(generated: GeneratedGroup[], reading: Reading = "assignable"): Promise<Outcome> {
  const files = new Map<string, string>();
  generated.forEach(({ group, types }, index) => {
    if (types === undefined) return;
    files.set(`${index}/types.ts`, types);
    files.set(`${index}/instances.ts`, assignments(group, reading));
  });
  const errors = byFile(await typecheck(files));
  return {
    failed: generated.filter(({ types }) => types === undefined),
    broken: generated.flatMap(({ group }, index) => {
      const [error] = errors.get(`${index}/types.ts`) ?? [];
      return error ? [{ group, error }] : [];
    }),
    instances: generated.flatMap(({ group, types }, index) => {
      if (types === undefined || errors.has(`${index}/types.ts`)) return [];
      const refusals = new Map((errors.get(`${index}/instances.ts`) ?? []).map((error) => [error.line, error]));
      return group.instances.map((instance, line) => {
        const error = refusals.get(line + preamble.length + 1);
        return { group, instance, ...(error && { error }) };
      });
    }),
  };
}

/** `valid` and `invalid` count instances; `refused` are valid ones that the type rejects, `caught` invalid ones. */
export function count({ failed, broken, instances }: Outcome) {
  const valid = instances.filter(({ instance }) => instance.valid);
  const invalid = instances.filter(({ instance }) => !instance.valid);
  return {
    failed: failed.length,
    broken: broken.length,
    valid: valid.length,
    refused: valid.filter(({ error }) => error).length,
    invalid: invalid.length,
    caught: invalid.filter(({ error }) => error).length,
  };
}

function assignments(group: Group, reading: Reading): string {
  const lines = group.instances.map(({ data }, index) =>
    reading === "fresh" ? `export const x${index}: T = ${JSON.stringify(data)};` : `check(${JSON.stringify(data)});`,
  );
  return [...preamble, ...lines, ""].join("\n");
}

const preamble = [
  'import type { components } from "./types.ts";',
  'type T = components["schemas"]["T"];',
  "declare function check<Data extends Open<T>>(data: Data): void;",
  "type Open<T> = T extends object ? { [K in keyof T]: Open<T[K]> } & object : T;",
];

function byFile(errors: readonly CompileError[]): Map<string, CompileError[]> {
  const groups = new Map<string, CompileError[]>();
  for (const error of errors) groups.set(error.file, [...(groups.get(error.file) ?? []), error]);
  return groups;
}
