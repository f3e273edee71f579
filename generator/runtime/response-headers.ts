import type { Part } from "./operation.js";

/** What the text of a header says: a scalar, a list of them, an object of them (style simple, exploded or not), or JSON. */
export type HeaderType = Scalar | "json" | readonly [Scalar] | { readonly explode: boolean; readonly properties: { readonly [name: string]: Scalar } };

type Scalar = "string" | "number" | "boolean";

/**
 * Response headers as values: `decodeHeaders({ "x-total": "number", "x-sizes": ["number"] })`. Names in lower case. What is not
 * of its type stays the text that came. Nothing is percent-decoded (OAS 3.2, appendix D).
 */
export function decodeHeaders(types: { readonly [name: string]: HeaderType }): Part {
  return (draft) => {
    const { answer } = draft;
    draft.answer = (response, body) => {
      const plain = answer(response, body);
      const headers = { ...plain.headers };
      for (const [name, type] of Object.entries(types)) {
        const text = response.headers.get(name);
        if (text !== null) headers[name] = decode(text, type);
      }
      return { ...plain, headers };
    };
  };
}

function decode(text: string, type: HeaderType): unknown {
  if (type === "json") return decodeJson(text);
  if (typeof type === "string") return decodeScalar(text, type);
  const parts = text ? text.split(",").map((part) => part.trim()) : [];
  if ("explode" in type) return Object.fromEntries(pairs(parts, type.explode).map(([name, value]) => [name, decodeScalar(value, type.properties[name])]));
  return parts.map((part) => decodeScalar(part, type[0]));
}

/** OAS "Style Examples": exploded `R=100,G=200`, else `R,100,G,200`. */
function pairs(parts: string[], explode: boolean): [string, string][] {
  if (explode) return parts.map((part) => [part.split("=", 1).join(), part.slice(part.indexOf("=") + 1)]);
  return parts.flatMap((part, index) => (index % 2 ? [] : [[part, parts[index + 1] ?? ""]]));
}

function decodeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function decodeScalar(text: string, type: Scalar = "string"): unknown {
  if (type === "boolean") return text === "true" || (text !== "false" && text);
  if (type === "string" || !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return text;
  // As in JSON: an integer that a number cannot hold is a bigint.
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(Number(text)) ? BigInt(text) : Number(text);
}
