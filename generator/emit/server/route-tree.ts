import type { Operation } from "../../model/api.ts";
import { encodeLiteral } from "../../model/encode-literal.ts";
import { withoutStyle } from "../../model/placeholders.ts";
import { sentMethod } from "../../model/sent-method.ts";

/** What may stand at one place of a path, the likeliest first: a text, a text with placeholders in it, any text. */
export type RouteNode = {
  /** Segments without placeholders. */
  texts: Map<string, RouteNode>;
  /** Segments of both: `report.{format}` has the literals `report.` and "". */
  mixed: Map<string, { literals: string[]; node: RouteNode }>;
  any: RouteNode | undefined;
  /** What a path that ends here is of. */
  end: RouteEnd | undefined;
};

/** `names`: for each placeholder on the way here, what operations call it; mostly they agree. */
export type RouteEnd = { path: string; methods: Map<string, number>; names: Set<string>[] };

/** The paths of operations as a tree of their segments. An operation is known by its index; of two that are one to HTTP the first counts. */
export function routeTree(operations: readonly Operation[]): RouteNode {
  const root = emptyNode();
  for (const [index, operation] of operations.entries()) add(root, operation, index);
  return root;
}

function emptyNode(): RouteNode {
  return { texts: new Map(), mixed: new Map(), any: undefined, end: undefined };
}

function add(root: RouteNode, operation: Operation, index: number): void {
  const { segments, names } = routeOfPath(operation);
  const node = segments.reduce(child, root);
  node.end ??= { path: operation.path, methods: new Map(), names: names.map(() => new Set()) };
  for (const [position, name] of names.entries()) node.end.names[position]?.add(name);
  const method = sentMethod(operation.method);
  if (!node.end.methods.has(method)) node.end.methods.set(method, index);
}

/** A segment as its literals, `["report.", ""]`: between each two there is a placeholder. */
type Segment = readonly string[];

/** The segments of an operation's path, and its placeholders. What stands behind `?` or `#` is no part of the path (RFC 3986 §3.3). */
export function routeOfPath({ path, parameters }: Pick<Operation, "path" | "parameters">): { segments: Segment[]; names: string[] } {
  const names: string[] = [];
  const declared = new Set(parameters.flatMap(({ in: location, name }) => (location === "path" ? [name] : [])));
  const pieces = path.split("#", 1).join("").split(/(\{[^{}]*\})/);
  // A slash or a question mark in braces is part of a name.
  const marked = pieces.map((piece, index) => {
    if (index % 2 === 0) return encodeLiteral(piece);
    const written = piece.slice(1, -1);
    names.push(declared.has(written) ? written : withoutStyle(written));
    return placeholder;
  });
  const [whole = ""] = marked.join("").split("?");
  const count = whole.split(placeholder).length - 1;
  return { segments: whole.replace(/^\//, "").split("/").map((segment) => segment.split(placeholder)), names: names.slice(0, count) };
}

/** Nothing that stands in a path as it is sent. */
const placeholder = "\0";

function child(node: RouteNode, literals: Segment): RouteNode {
  const [text = ""] = literals;
  if (literals.length === 1) return getOrAdd(node.texts, text, emptyNode);
  if (literals.length === 2 && literals.every((literal) => literal === "")) return (node.any ??= emptyNode());
  return getOrAdd(node.mixed, literals.join(placeholder), () => ({ literals: [...literals], node: emptyNode() })).node;
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
