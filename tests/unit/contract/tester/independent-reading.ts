import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Json, JsonObject } from "../../../../generator/json.ts";
import type { WireRequest } from "../../../../generator/contract/tester/exchange.ts";
import { richPaths, richSchemas } from "./rich-document.ts";

/** Says of a request whether it is valid. */
export type ReadByHand = (request: WireRequest) => Promise<boolean>;

/**
 * What a person who knows nothing of our readers would say of a request to the rich document: its parts are taken from the bytes by the
 * platform's URL, URLSearchParams and Request.formData and by hand, and judged by ajv with the schemas as they are written. No property that
 * only answers have is required there.
 */
export function readByHand(paths: JsonObject = richPaths, schemas: JsonObject = richSchemas): ReadByHand {
  const ajv = new Ajv2020({ strict: false, allErrors: false, unicodeRegExp: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "https://rich.example/document", components: { schemas }, paths });
  const fits: Fits = (pointer, value) => {
    const validate = ajv.getSchema(`https://rich.example/document${pointer}`);
    if (validate === undefined) throw new Error(pointer);
    return validate(value) === true;
  };
  return async ({ method, target, headers, body }) => {
    const url = new URL(target, "http://localhost");
    if (url.pathname + url.search !== target) throw new Error(`The platform reads ${target} as another one`);
    const header = new Headers(headers.map(([name, value]) => [name, value]));
    const [, first, second] = url.pathname.split("/");
    if (first === "orders" && method === "GET") return isValidQuery(url.search, header, fits);
    const isIdGood = second === undefined || fits("#/components/schemas/Id", decodeURIComponent(second));
    if (first === "orders") return isIdGood && isJson(header) && body !== undefined && fits("#/components/schemas/Order", json(body));
    if (first === "points") return isValidPoint(second ?? "", fits);
    return isValidForm(header, body, fits);
  };
}

type Fits = (pointer: string, value: unknown) => boolean;

function json(bytes: Uint8Array): Json {
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

function isJson(header: Headers): boolean {
  return header.get("content-type") === "application/json";
}

function integer(text: string): Json {
  return /^-?(0|[1-9]\d*)$/.test(text) ? Number(text) : text;
}

function isValidQuery(search: string, header: Headers, fits: Fits): boolean {
  const query = new URLSearchParams(search);
  const raw = new Map(search.slice(1).split("&").map((pair) => [pair.split("=")[0] ?? "", pair.slice(pair.indexOf("=") + 1)]));
  const parts: (readonly [number, Json])[] = [];
  const add = (index: number, value: Json) => void parts.push([index, value]);
  if (query.has("limit")) add(0, integer(query.get("limit") ?? ""));
  if (query.has("status")) add(1, query.get("status"));
  if (query.has("tags")) add(2, (raw.get("tags") ?? "").split(",").map((text) => decodeURIComponent(text)));
  if (query.has("sizes")) add(3, (query.get("sizes") ?? "").split("|").map(integer));
  if (query.has("ids")) add(4, query.getAll("ids"));
  const price: JsonObject = {};
  for (const [name, value] of query) if (name.startsWith("price[")) price[name.slice(6, -1)] = integer(value);
  if (Object.keys(price).length > 0) add(5, price);
  if (query.has("since")) add(6, query.get("since"));
  if (!header.has("x-trace")) return false;
  add(7, header.get("x-trace"));
  return parts.every(([index, value]) => fits(`#/paths/~1orders/get/parameters/${index}/schema`, value));
}

function isValidPoint(segment: string, fits: Fits): boolean {
  if (!segment.startsWith(".")) return false;
  const point = Object.fromEntries(segment.slice(1).split(".").map((pair) => pair.split("=")).map(([name = "", value = ""]) => [name, name === "x" || name === "y" ? integer(value) : value]));
  return fits("#/paths/~1points~1{point}/get/parameters/0/schema", point);
}

async function isValidForm(header: Headers, body: Uint8Array | undefined, fits: Fits): Promise<boolean> {
  // It is optional.
  if (body === undefined || body.length === 0) return true;
  const type = header.get("content-type") ?? "";
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const value: JsonObject = {};
  for (const name of new Set(form.keys())) {
    const [first] = form.getAll(name);
    const text = typeof first === "string" ? first : "a file";
    value[name] = name === "tags" ? form.getAll(name).map(String) : name === "age" ? integer(text) : text;
  }
  return fits(`#/paths/~1forms/post/requestBody/content/${type.startsWith("multipart") ? "multipart~1form-data" : "application~1x-www-form-urlencoded"}/schema`, value);
}
