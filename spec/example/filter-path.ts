/** A path of `filter_path`, step by step: `_nodes.failed` is `{ name: "_nodes", next: { name: "failed", next: undefined } }`. */
type Step = { readonly name: string; readonly next: Step | undefined };

/**
 * What Elasticsearch's `filter_path` leaves of a body: the members that a path names, but for those that a path with `-` before
 * it names. `*` is any part of a name and `**` any depth; lists are looked through; an object of which nothing is left goes.
 *
 *     filterPath({ _nodes: { total: 1, failed: 0 }, nodes: {} }, ["_nodes.f*"])    { _nodes: { failed: 0 } }
 */
export function filterPath(body: unknown, paths: readonly string[]): unknown {
  const unwanted = paths.filter((path) => path.startsWith("-")).map((path) => toSteps(path.slice(1)));
  const wanted = paths.filter((path) => !path.startsWith("-")).map(toSteps);
  const rest = unwanted.length === 0 ? body : without(body, unwanted);
  return (wanted.length === 0 ? rest : only(rest, wanted)) ?? {};
}

function toSteps(path: string): Step {
  const [name = "", ...others] = path.split(".");
  return { name, next: others.reduceRight<Step | undefined>((next, other) => ({ name: other, next }), undefined) };
}

function only(value: unknown, steps: readonly Step[]): unknown {
  if (steps.length === 0) return undefined;
  if (Array.isArray(value)) return filled(value.map((item) => only(item, steps)));
  return members(value, (child, name) => {
    const { ends, further } = follow(steps, name);
    return ends ? child : only(child, further);
  });
}

function without(value: unknown, steps: readonly Step[]): unknown {
  if (steps.length === 0) return value;
  if (Array.isArray(value)) return filled(value.map((item) => without(item, steps)));
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return value;
  return members(value, (child, name) => {
    const { ends, further } = follow(steps, name);
    return ends ? undefined : without(child, further);
  });
}

/** An object of what a function makes of each member; nothing if it makes nothing of all of them. */
function members(value: unknown, make: (child: unknown, name: string) => unknown): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const made = Object.entries(value).flatMap(([name, child]) => {
    const kept = make(child, name);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return made.length > 0 ? Object.fromEntries(made) : undefined;
}

function filled(items: readonly unknown[]): unknown {
  const kept = items.filter((item) => item !== undefined);
  return kept.length > 0 ? kept : undefined;
}

/** Where steps lead from an object to its member of this name: whether one of them ends there, and which go on below. */
function follow(steps: readonly Step[], name: string): { ends: boolean; further: readonly Step[] } {
  // A set: the many ways through `**.**.**` come to the same few steps.
  const further = new Set<Step>();
  const ends = steps.some((step) => endsAt(step, name, further));
  return { ends, further: [...further] };
}

function endsAt(step: Step, name: string, further: Set<Step>): boolean {
  const { next } = step;
  if (step.name === "**") {
    further.add(step);
    return next === undefined || endsAt(next, name, further);
  }
  if (!matches(step.name, name)) return false;
  if (next) further.add(next);
  return next === undefined;
}

/** Whether a name is as a pattern says. No regular expression: a client wrote the pattern, and `*a*a*a*a*b` may not cost us more. */
function matches(pattern: string, name: string): boolean {
  const [start = "", ...rest] = pattern.split("*");
  const end = rest.pop();
  if (end === undefined) return name === start;
  if (name.length < start.length + end.length || !name.startsWith(start) || !name.endsWith(end)) return false;
  const middle = name.slice(start.length, name.length - end.length);
  let from = 0;
  return rest.every((part) => {
    const found = middle.indexOf(part, from);
    from = found + part.length;
    return found >= 0;
  });
}
