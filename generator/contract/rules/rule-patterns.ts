/** The patterns that an expression matches texts by; `undefined` for one that is reckoned. `node` is a tree of CEL, of which nothing else is known. */
export function rulePatterns(node: unknown): (string | undefined)[] {
  if (Array.isArray(node)) return node.flatMap(rulePatterns);
  if (typeof node !== "object" || node === null || !("op" in node) || !("args" in node)) return [];
  const { op, args } = node;
  const isCall = (op === "rcall" || op === "call") && Array.isArray(args) && args[0] === "matches";
  return [...(isCall ? [literalOf(Array.isArray(args) ? args.at(-1) : undefined)] : []), ...rulePatterns(args)];
}

/** The pattern comes last, whether it is called as a function or as a method. */
function literalOf(given: unknown): string | undefined {
  const pattern: unknown = Array.isArray(given) ? given.at(-1) : undefined;
  const isLiteral = typeof pattern === "object" && pattern !== null && "op" in pattern && "args" in pattern && pattern.op === "value";
  return isLiteral && typeof pattern.args === "string" ? pattern.args : undefined;
}
