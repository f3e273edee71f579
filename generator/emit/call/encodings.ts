import type { Encoding, Header, MediaType } from "../../model/api.ts";
import { propertyKey, stringLiteral } from "../../print/literal.ts";

/** `{ photo: { contentType: "image/png" } }`: what a form's parts are told of its properties; `undefined` where there is nothing. */
export function encodingsOf({ encoding }: MediaType): { code: string } | undefined {
  const rows = encoding.flatMap((one) => {
    const members = membersOf(one);
    return one.property === undefined || members.length === 0 ? [] : [`${keyOf(one.property)}: { ${members.join(", ")} }`];
  });
  return rows.length === 0 ? undefined : { code: `{ ${rows.join(", ")} }` };
}

function membersOf({ contentType, style, explode, allowReserved, headers }: Encoding): string[] {
  // OAS "Encoding Object": a style takes the place of contentType, so that both are never said.
  const own = headers.filter(({ name }) => name.toLowerCase() !== "content-type");
  return [
    ...(contentType === undefined ? [] : [`contentType: ${stringLiteral(contentType)}`]),
    ...(style === undefined ? [] : [`style: ${stringLiteral(style)}`]),
    ...(explode === undefined ? [] : [`explode: ${explode}`]),
    ...(allowReserved === true ? ["allowReserved: true"] : []),
    ...(own.length === 0 ? [] : [`headers: { ${own.map(headerMember).join(", ")} }`]),
  ];
}

/** A header of a part has a value only where the document gives one. */
function headerMember({ name, schema, examples }: Header): string {
  const value = schema?.const?.value ?? schema?.default?.value ?? schema?.enum?.[0] ?? examples[0]?.value?.value ?? "";
  return `${keyOf(name)}: ${stringLiteral(typeof value === "string" ? value : JSON.stringify(value))}`;
}

/** In a literal `__proto__: x` is the prototype, and `["__proto__"]: x` a member. */
function keyOf(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}
