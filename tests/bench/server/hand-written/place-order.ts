import type { IncomingMessage, ServerResponse } from "node:http";
import { placeOrder } from "../answers.ts";
import { isOrder, isPlacedOrder } from "./is-order.ts";
import { Refused } from "./refused.ts";
import { decode, readQuery, single, toBoolean, toInteger, toNumber } from "./texts.ts";

const known = new Set(["dry_run", "currency", "expand", "priority", "discount", "tag"]);
const expandable = new Set(["customer", "lines", "totals"]);
const shopName = /^[a-z][a-z0-9-]*$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const date = /^(\d{4})-(\d{2})-(\d{2})$/;
const limit = 1024 * 1024;

/** `POST /shops/{shop}/orders`, with all that orders.yaml says of it. */
export async function answerPlaceOrder(request: IncomingMessage, response: ServerResponse, text: string, query: string): Promise<void> {
  if (request.method !== "POST") throw new Refused(405, "method not allowed", { allow: "POST" });
  const { accept } = request.headers;
  if (accept !== undefined && accept !== "application/json" && !/(?:\*|application)\/(?:\*|json)/i.test(accept)) throw new Refused(406, "not acceptable");
  const shop = decode(text.replaceAll("+", "%2B"));
  if (shop.length > 40 || !shopName.test(shop)) throw new Refused(400, "shop must be a name");
  const { dryRun } = readParameters(readQuery(query, known));
  readHeaders(request.headers);
  const order = await readOrder(request);

  const placed = placeOrder(order, shop, dryRun);
  if (!isPlacedOrder(placed)) throw new Error("the answer is not what the document says");
  const body = JSON.stringify(placed);
  response.writeHead(201, { "content-type": "application/json", "content-length": Buffer.byteLength(body), location: `/shops/${shop}/orders/${placed.id}` }).end(body);
}

function readParameters(parameters: Map<string, string[]>) {
  const currency = single("currency", parameters.get("currency"));
  if (currency !== "EUR" && currency !== "CHF" && currency !== "USD") throw new Refused(400, "currency must be EUR, CHF or USD");
  const expand = one("expand", parameters.get("expand"))?.split(",").map(decode) ?? [];
  if (expand.length > 5 || !expand.every((item) => expandable.has(item))) throw new Refused(400, "expand must be of customer, lines, totals");
  const tags = parameters.get("tag")?.map(decode) ?? [];
  if (tags.length > 10 || tags.some((tag) => tag === "" || [...tag].length > 20)) throw new Refused(400, "tag must be at most 10 texts");
  return {
    currency, expand, tags,
    dryRun: toBoolean("dry_run", single("dry_run", parameters.get("dry_run")), false),
    priority: toInteger("priority", single("priority", parameters.get("priority")), 0, 9),
    discount: toNumber("discount", single("discount", parameters.get("discount")), 0, 100),
  };
}

function one(name: string, texts: readonly string[] | undefined): string | undefined {
  if (texts !== undefined && texts.length > 1) throw new Refused(400, `${name} was given twice`);
  return texts?.[0];
}

function readHeaders(headers: IncomingMessage["headers"]) {
  const requestId = headers["x-request-id"];
  if (typeof requestId !== "string" || !uuid.test(requestId)) throw new Refused(400, "X-Request-Id must be a UUID");
  const tenant = headers["x-tenant"];
  if (typeof tenant !== "string" || tenant === "" || [...tenant].length > 32) throw new Refused(400, "X-Tenant must be a text");
  const dated = headers["x-dated"];
  if (dated !== undefined && !(typeof dated === "string" && isDate(dated))) throw new Refused(400, "X-Dated must be a date");
  const attempt = headers["x-attempt"];
  return { requestId, tenant, dated, attempt: toInteger("X-Attempt", Array.isArray(attempt) ? "" : attempt, 1, 10) };
}

function isDate(text: string): boolean {
  const [, year, month, day] = date.exec(text) ?? [];
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day);
}

async function readOrder(request: IncomingMessage) {
  const contentType = request.headers["content-type"];
  if (contentType !== "application/json" && !/^application\/json *(?:;|$)/i.test(contentType ?? "")) throw new Refused(415, "the body must be JSON", { accept: "application/json" });
  let order: unknown;
  try {
    order = JSON.parse(await readText(request));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(400, "the body is no JSON");
  }
  if (!isOrder(order)) throw new Refused(400, "the body is no order");
  return order;
}

/** The body as a text, of a megabyte at most. */
function readText(request: IncomingMessage): Promise<string> {
  if (Number(request.headers["content-length"]) > limit) throw new Refused(413, "the body is too large", { connection: "close" });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) reject(new Refused(413, "the body is too large", { connection: "close" }));
      else chunks.push(chunk);
    });
    request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0].toString() : Buffer.concat(chunks).toString()));
    request.on("error", reject);
  });
}
