/** A string as a literal of TypeScript. */
export function stringLiteral(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The key of a member: `name`, or `"content-type"` where it is no identifier. */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** What stands in a literal as it is: ASCII without quotes, backslashes and controls. Most texts are that, and this is quicker than to look twice. */
const plain = /^[ !#-[\]-~]*$/;

// JSON.stringify leaves these as they are; an editor or a diff shows them as something else.
const hidden = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;
