import { propertyKey, stringLiteral } from "../../print/literal.ts";
import { code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { runtimeValue } from "../call/runtime-name.ts";
import type { RouteEnd, RouteNode } from "./route-tree.ts";

/** Where in a path the code stands: `/repos/{}` is before it, and `start2` says where the segment begins that it is about. */
export type MatchContext = {
  prefix: string;
  depth: number;
  /** Where the texts are that stand for the placeholders so far. */
  places: readonly TextPlace[];
  /** Whether something else can match where this does not. */
  canGoBack: boolean;
  /** Puts what is below a node into a function of its own, and gives its name. */
  delegate: (node: RouteNode, context: Omit<MatchContext, "delegate">) => string;
};

/** A segment with placeholders: the code of each text, and what a function has to be given for it. */
type TextPlace = { texts: readonly string[]; parameters: string; values: string };

/** Lines that match the rest of a path, from the segment at `start2` on. */
export function segmentCode(node: RouteNode, context: MatchContext): Printable[] {
  const { depth, canGoBack } = context;
  const mixed = [...node.mixed.values()].sort((a, b) => lengthOf(b.literals) - lengthOf(a.literals));
  const texts = [...node.texts];
  const others = mixed.length > 0 || node.any !== undefined;
  const textLines = textsCode(texts, { ...context, canGoBack: canGoBack || others });
  const mixedLines = mixed.flatMap(({ literals, node: child }, index) =>
    mixedCode(literals, child, { ...context, canGoBack: canGoBack || index + 1 < mixed.length || node.any !== undefined }));
  const end = code`\nconst end${String(depth)} = ${runtimeValue("server/segment-end", "segmentEnd")}(path, start${String(depth)});`;
  const segment = `\nconst segment${depth} = path.slice(start${depth}, end${depth});`;
  return [end, segment, ...textLines, ...mixedLines, ...(node.any === undefined ? [] : anyCode(node.any, context))];
}

function lengthOf(literals: readonly string[]): number {
  return literals.join("").length;
}

function textsCode(texts: readonly [string, RouteNode][], context: MatchContext): Printable[] {
  const segment = `segment${context.depth}`;
  if (texts.length < 4) return texts.flatMap(([text, child]) => textCode(text, child, context));
  // By length first: a switch over texts asks for one after the other.
  const byLength = new Map<number, [string, RouteNode][]>();
  for (const entry of texts) byLength.set(entry[0].length, [...(byLength.get(entry[0].length) ?? []), entry]);
  const cases = [...byLength].sort(([a], [b]) => a - b).map(([count, entries]) => {
    const lines = entries.flatMap(([text, child]) => textCode(text, child, context));
    return code`\ncase ${String(count)}:${{ indented: [...lines, "\nbreak;"] }}`;
  });
  return [code`\nswitch (${segment}.length) {${{ indented: cases }}\n}`];
}

function textCode(text: string, child: RouteNode, context: MatchContext): Printable[] {
  return guarded(`segment${context.depth} === ${stringLiteral(text)}`, after(child, { ...context, prefix: `${context.prefix}/${text}` }));
}

function mixedCode(literals: readonly string[], child: RouteNode, context: MatchContext): Printable[] {
  const name = `texts${context.depth}`;
  const texts = literals.slice(1).map((_, index) => `${name}[${index}] ?? ""`);
  const place: TextPlace = { texts, parameters: `${name}: readonly string[]`, values: name };
  const inner = { ...context, prefix: `${context.prefix}/${literals.join("{}")}`, places: [...context.places, place] };
  const found = code`\nconst ${name} = ${runtimeValue("server/segment-texts", "segmentTexts")}(segment${String(context.depth)}, [${literals.map(stringLiteral).join(", ")}]);`;
  // A block, for several may have texts of one depth.
  return [code`\n{${{ indented: [found, ...guarded(`${name} !== undefined`, after(child, inner))] }}\n}`];
}

function anyCode(child: RouteNode, context: MatchContext): Printable[] {
  const segment = `segment${context.depth}`;
  const place: TextPlace = { texts: [segment], parameters: `${segment}: string`, values: segment };
  const inner = { ...context, prefix: `${context.prefix}/{}`, places: [...context.places, place] };
  return guarded(`${segment} !== ""`, after(child, inner));
}

/** Lines that hold under a condition. One without lines is a return. */
type Guarded = { condition: string; lines: readonly Printable[] } | { condition: string; result: Printable };

/** Code under a condition of its own: in one `if` where there is but one piece of it. */
function guarded(condition: Printable, pieces: readonly Guarded[]): Printable[] {
  const [only, ...others] = pieces;
  if (only !== undefined && others.length === 0) return [ifCode(code`${condition} && ${only.condition}`, only)];
  return [code`\nif (${condition}) {${{ indented: pieces.map((piece) => ifCode(piece.condition, piece)) }}\n}`];
}

function ifCode(condition: Printable, piece: Guarded): Printable {
  if ("result" in piece) return code`\nif (${condition}) return ${piece.result};`;
  return code`\nif (${condition}) {${{ indented: piece.lines }}\n}`;
}

/** What is to be done once a segment matches: the path ends there, or goes on. */
function after(child: RouteNode, context: MatchContext): Guarded[] {
  const { depth, places, canGoBack, delegate } = context;
  const end = `end${depth}`;
  const ended: Guarded[] = child.end === undefined ? [] : [{ condition: [`${end} === path.length`, ...equalTexts(child.end, places)].join(" && "), result: endCode(child.end, places) }];
  if (child.texts.size + child.mixed.size === 0 && child.any === undefined) return ended;
  const inner = { ...context, depth: depth + 1, canGoBack };
  const condition = `${end} < path.length`;
  if (!isLarge(child)) return [...ended, { condition, lines: [code`\nconst start${String(depth + 1)} = ${end} + 1;`, ...segmentCode(child, inner)] }];
  const call = `${delegate(child, inner)}(path, ${[...places.map(({ values }) => values), `${end} + 1`].join(", ")})`;
  if (!canGoBack) return [...ended, { condition, result: call }];
  return [...ended, { condition, lines: [`\nconst found = ${call};`, "\nif (found !== undefined) return found;"] }];
}

/** Functions that are too long are not made fast by the engine. */
function isLarge(node: RouteNode): boolean {
  return countEnds(node) > 8;
}

function countEnds({ texts, mixed, any, end }: RouteNode): number {
  const below = [...texts.values(), ...[...mixed.values()].map(({ node }) => node), ...(any === undefined ? [] : [any])];
  return below.reduce((sum, node) => sum + countEnds(node), end === undefined ? 0 : 1);
}

/** `/users/{id}/issues/{id}`: a name that stands in a path twice has one value (RFC 6570 §2.3). */
function equalTexts({ names }: RouteEnd, places: readonly TextPlace[]): string[] {
  const texts = places.flatMap((place) => place.texts);
  const first = new Map<string, string>();
  return names.flatMap((own, index) => {
    const [name, ...others] = own;
    const text = texts[index];
    if (name === undefined || text === undefined || others.length > 0) return [];
    const known = first.get(name);
    if (known === undefined) first.set(name, text);
    return known === undefined ? [] : [`${operand(text)} === ${operand(known)}`];
  });
}

function operand(text: string): string {
  return text.includes(" ") ? `(${text})` : text;
}

function endCode({ methods, names }: RouteEnd, places: readonly TextPlace[]): Printable {
  const texts = places.flatMap((place) => place.texts);
  const textOf = new Map(names.flatMap((own, index) => [...own].map((name): [string, string] => [name, texts[index] ?? '""'])));
  const members = [...textOf].map(([name, text]) => `${key(name)}: ${text}`);
  const indexes = [...methods].map(([method, index]) => `${key(method)}: ${index}`);
  const textsText = members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  return code`{ methods: { ${separated(indexes, ", ")} }, texts: ${textsText} }`;
}

/** In a literal, a plain `__proto__` is the prototype. */
function key(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}
