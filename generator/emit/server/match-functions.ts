import { jsDoc } from "../../print/js-doc.ts";
import { code, type Printable } from "../../print/printable.ts";
import { runtimeType, runtimeValue } from "../call/runtime-name.ts";
import { type MatchContext, segmentCode } from "./match-code.ts";
import type { RouteNode } from "./route-tree.ts";

/**
 * The functions that find the path item of a path, `match` first. They go segment by segment: what has no placeholder comes first, and
 * they go back only where both can match.
 */
export function* matchFunctions(root: RouteNode): Iterable<Printable> {
  const match = runtimeType("server/routes", "Match");
  const waiting: { node: RouteNode; name: string; context: MatchContext }[] = [];
  const delegate = (node: RouteNode, context: Omit<MatchContext, "delegate">): string => {
    const name = `match${waiting.length + 1}`;
    waiting.push({ node, name, context: { ...context, delegate, canGoBack: false } });
    return name;
  };
  const first = delegate(root, { prefix: "", depth: 1, places: [], canGoBack: false });
  yield code`/** Which path of the document a path is. */\nfunction match(path: string): ${match} | undefined {\n`;
  yield code`  if (!path.startsWith("/")) return undefined;\n`;
  yield code`  return ${first}(path.includes("%") ? ${runtimeValue("server/plain-path", "plainPath")}(path, literals) : path, 1);\n}\n`;
  // The list grows while it is read.
  for (const { node, name, context } of waiting) {
    const parameters = [...context.places.map(({ parameters: own }) => own), `start${context.depth}: number`];
    yield code`\n${jsDoc([`Paths below \`${context.prefix}/\`.`])}function ${name}(path: string, ${parameters.join(", ")}): ${match} | undefined {`;
    yield code`${{ indented: [...segmentCode(node, context), "\nreturn undefined;"] }}\n}\n`;
  }
}
