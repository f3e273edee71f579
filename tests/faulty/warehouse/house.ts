import { Buffer } from "node:buffer";
import type { Call } from "./call.ts";
import { type Answer, json, Problem } from "./exchange.ts";
import { prefers } from "./prefers.ts";
import { readForm, readParts } from "./read-body.ts";
import { boolean, integer, listOf, plain } from "./texts.ts";

const photoName = "/paths/~1photos~1{name}/parameters/0/schema";
const shelfAt = "/paths/~1aisles~1{aisle}~1shelves~1{shelf}/get/parameters";

/** `GET /photos/{name}` */
export function getPhoto({ given, path }: Call): Answer {
  const name = given.path(path[0] ?? "", photoName, plain);
  if (name !== "drill") throw new Problem(404, "There is no such photo");
  return { status: 200, headers: { "content-type": "image/png", "content-disposition": `attachment; filename="${name}.png"` }, body: pixel };
}

/** The smallest PNG that there is. */
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");

/** `PUT /photos/{name}` */
export async function putPhoto({ asked, given, rules, path }: Call): Promise<Answer> {
  const name = given.path(path[0] ?? "", photoName, plain);
  const form = await readParts(asked);
  const photo = form.get("photo");
  const caption = form.get("caption");
  const width = form.get("width");
  if (photo === null || typeof caption !== "string" || width instanceof File) throw new Problem(400, "photo and caption must be there");
  const value = { photo: "", caption, ...(width !== null && { width: integer(width) }) };
  rules("/paths/~1photos~1{name}/put/requestBody/content/multipart~1form-data/schema", value);
  const bytes = typeof photo === "string" ? Buffer.byteLength(photo) : photo.size;
  return json(200, { name, caption, bytes, ...(width !== null && { width: integer(width) }) });
}

/** `GET /aisles/{aisle}/shelves/{shelf}` */
export function getShelf({ given, path: [matrix = "", label = ""] }: Call): Answer {
  const aisle = given.path(after(";aisle=", matrix), `${shelfAt}/0/schema`, integer);
  const shelf = given.path(after(".", label), `${shelfAt}/1/schema`, listOf(",", integer));
  const currency = given.cookie("currency", `${shelfAt}/2/schema`, plain) ?? "EUR";
  const parts = given.header("x-parts", `${shelfAt}/3/schema`, (text) => text.split(",").map((part) => part.trim())) ?? ["load", "place"];
  return json(200, { aisle, shelf, currency, ...(parts.includes("load") && { load: { kilograms: 12.5 } }), ...(parts.includes("place") && { place: [1, 2.5, "north"] }) });
}

function after(start: string, text: string): string {
  if (!text.startsWith(start)) throw new Problem(400, `It must begin with ${start}`);
  return text.slice(start.length);
}

/** `POST /subscriptions` */
export function subscribe({ asked, rules }: Call): Answer {
  const pairs = readForm(asked);
  const value: Record<string, unknown> = {};
  for (const [name, text] of pairs) {
    if (name !== "topics" && Object.hasOwn(value, name)) throw new Problem(400, "It is there twice");
    if (name !== "topics") value[name] = name === "every" ? integer(text) : text;
  }
  const topics = pairs.filter(([name]) => name === "topics").map(([, text]) => text);
  if (topics.length > 0) value["topics"] = topics;
  rules("/paths/~1subscriptions/post/requestBody/content/application~1x-www-form-urlencoded/schema", value);
  return json(201, { every: 7, ...value });
}

/** `GET /movements` */
export function listMovements({ given }: Call): Answer {
  const since = given.query("since", "/paths/~1movements/get/parameters/0/schema", plain);
  if (since === undefined) throw new Problem(400, "since must be there");
  const lines = [1, -2, 3].map((count) => JSON.stringify({ at: "2026-02-03T04:05:06Z", sku: "AB-1000", count }));
  return { status: 200, headers: { "content-type": "application/jsonl" }, body: `${lines.join("\n")}\n` };
}

/** `GET /stock` */
export function getStock({ asked, given }: Call): Answer {
  const kinds = given.query("kinds", "/paths/~1stock/get/parameters/0/schema", listOf(",", plain)) ?? ["machine", "food"];
  const detailed = given.query("detailed", "/paths/~1stock/get/parameters/1/schema", boolean) ?? false;
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 12]));
  if (prefers(asked, "text/csv", "application/json")) return { status: 200, headers: { "content-type": "text/csv", vary: "Accept" }, body: `kind,count\n${kinds.map((kind) => `${kind},12\n`).join("")}` };
  return json(200, { counts, ...(detailed && { shelves: { "1-2": 7, "3-4": 5 } }) }, { vary: "Accept" });
}

/** `GET /health` */
export function getHealth(): Answer {
  return json(200, { status: "well", version: "1.2.3" });
}
