import { partsOf, upperFirst } from "../../model/identifier.ts";

/** `petSchema` for `PetSchema`; of `APIKey` it is `apiKey`. */
export function lowerFirst(name: string): string {
  if (/^[a-z]/.test(name)) return name;
  return name.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+/u, (capitals) => capitals.toLowerCase());
}

/** What a local constant is called that holds a property: `firstName` for `first-name`. Always an identifier. */
export function localName(property: string): string {
  if (/^[a-z][a-zA-Z0-9]*$/.test(property)) return property;
  const name = lowerFirst(partsOf(property).map((part, index) => (index === 0 ? part : upperFirst(part))).join(""));
  if (name === "") return "member";
  return /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}

/** What neither a local nor a constant may be called: words of the language, and what every function here has already. */
export const reservedNames: ReadonlySet<string> = new Set([
  "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "depth", "do", "else", "enum",
  "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let", "limit",
  "new", "null", "of", "package", "private", "protected", "public", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof",
  "undefined", "value", "var", "verdicts", "void", "while", "with", "yield",
]);
