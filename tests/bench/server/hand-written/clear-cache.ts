import type { IncomingMessage, ServerResponse } from "node:http";
import { isRecord } from "./is-record.ts";
import { clearCache, knownKey } from "../answers.ts";
import { Refused } from "./refused.ts";
import { decode, readQuery, single, toBoolean } from "./texts.ts";

const known = new Set(["pretty", "human", "error_trace", "filter_path", "format"]);
const challenges = ["ApiKey", 'Basic realm="security", charset="UTF-8"', 'Bearer realm="security"'];
const mediaTypes = ["application/json", "application/vnd.elasticsearch+json;compatible-with=9", "application/vnd.elasticsearch+json;compatible-with=8"];

/** `POST /_security/api_key/{ids}/_clear_cache`, with all that the contract says of it. */
export function answerClearCache(request: IncomingMessage, response: ServerResponse, text: string, query: string): void {
  if (request.method !== "POST") throw new Refused(405, "method not allowed", { allow: "POST" });
  authenticate(request.headers.authorization);
  const contentType = negotiate(request.headers.accept);
  const ids = decodeIds(text);
  const parameters = readQuery(query, known);
  for (const name of ["pretty", "human", "error_trace"]) toBoolean(name, single(name, parameters.get(name)), false);
  const paths = single("filter_path", parameters.get("filter_path"))?.split(",");
  if (paths?.includes("")) throw new Refused(400, "filter_path must have no empty paths");
  const format = single("format", parameters.get("format"));
  if (format !== undefined && format !== "json") throw new Refused(400, "format must be json");
  const opaqueId = request.headers["x-opaque-id"];
  if (opaqueId === "" || Array.isArray(opaqueId)) throw new Refused(400, "X-Opaque-Id must be a text");
  if (Number(request.headers["content-length"] ?? 0) > 0 || request.headers["transfer-encoding"]) throw new Refused(400, "there must be no body");

  const answer = clearCache(ids);
  if (!isAnswer(answer)) throw new Error("the answer is not what the contract says");
  const body = JSON.stringify(answer);
  const headers: Record<string, string | number> = { "content-type": contentType, "content-length": Buffer.byteLength(body), "x-elastic-product": "Elasticsearch" };
  if (opaqueId !== undefined) headers["x-opaque-id"] = opaqueId;
  response.writeHead(200, headers).end(body);
}

function authenticate(authorization: string | undefined): void {
  const space = authorization?.indexOf(" ") ?? -1;
  const isKnown = authorization !== undefined && authorization.slice(0, space).toLowerCase() === "apikey" && authorization.slice(space + 1) === knownKey;
  if (!isKnown) throw new Refused(401, "no credentials", { "www-authenticate": challenges });
}

function negotiate(accept: string | undefined): string {
  if (accept === undefined || accept === "*/*" || accept === mediaTypes[0]) return "application/json";
  const ranges = accept.split(",").map((range) => range.replaceAll(" ", "").toLowerCase());
  const found = mediaTypes.find((type) => ranges.includes(type)) ?? (ranges.some((range) => range.startsWith("*/*") || range.startsWith("application/*")) ? mediaTypes[0] : undefined);
  if (found === undefined) throw new Refused(406, "not acceptable");
  return found;
}

function decodeIds(text: string): string[] {
  const ids = decode(text.replaceAll("+", "%2B")).split(",");
  if (ids.includes("")) throw new Refused(400, "ids must not be empty");
  return ids;
}

function isAnswer(value: unknown): boolean {
  return isRecord(value) && isStatistics(value["_nodes"]) && typeof value["cluster_name"] === "string" && isNodes(value["nodes"]);
}

function isStatistics(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { failures } = value;
  if (failures !== undefined && !(Array.isArray(failures) && failures.length > 0 && failures.every((cause) => isRecord(cause) && typeof cause["type"] === "string"))) return false;
  return isCount(value["total"]) && isCount(value["successful"]) && isCount(value["failed"]);
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 2147483647;
}

function isNodes(value: unknown): boolean {
  if (!isRecord(value)) return false;
  for (const id of Object.keys(value)) {
    const node = value[id];
    if (!isRecord(node) || typeof node["name"] !== "string") return false;
  }
  return true;
}
