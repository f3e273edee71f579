import type { Check, ContentContract, Contract, ParameterContract, ResponseContract, SchemeContract } from "../../../../generator/runtime/server/contract.ts";
import type { Router } from "../../../../generator/runtime/server/exchange.ts";
import type { LogEntry, RouterOptions } from "../../../../generator/runtime/server/options.ts";
import type { Match, Routes } from "../../../../generator/runtime/server/routes.ts";
import { buildRouter } from "../../../../generator/runtime/server/build-router.ts";

// What generated code would say about a document of pets.

/** Judges by one question. */
export function checkOf(is: (value: unknown) => boolean, message: string): Check {
  return { is, violations: (value) => (is(value) ? [] : [{ path: "", schema: "/components/schemas/X", keyword: "type", message }]) };
}

export const isPet = checkOf((value) => typeof value === "object" && value !== null && "name" in value && typeof value.name === "string", "must have a name");
const isError = checkOf((value) => typeof value === "object" && value !== null && "error" in value, "must have an error");
const isCount = checkOf((value) => typeof value === "number", "must be a number");

export const json = (check?: Check, example?: unknown): ContentContract<Check> => ({ mediaType: "application/json", kind: "json", ...(check && { check }), ...(example !== undefined && { example }) });
export const response = (status: string, ...content: ContentContract<Check>[]): ResponseContract<Check> => ({ status, headers: [], content });

const id: ParameterContract<Check> = { name: "id", in: "path", required: true, style: "simple", explode: false, shape: { scalars: ["integer"] }, check: isCount };
const limit: ParameterContract<Check> = { name: "limit", in: "query", style: "form", explode: true, shape: { scalars: ["integer"] }, check: isCount, default: 10 };
const errors = [response("4XX", json(isError)), response("500", json(isError))];

/** Operations by the name of their handler. */
export const contracts: { readonly [name: string]: Contract<Check> } = {
  "pets.list": { method: "GET", path: "/pets", parameters: [limit], security: [], responses: [
    response("200", json(checkOf(Array.isArray, "must be a list"), [{ name: "Ann" }]), { mediaType: "text/csv", kind: "text" }), ...errors] },
  "pets.add": { method: "POST", path: "/pets", parameters: [], security: [], body: { required: true, content: [json(isPet), { mediaType: "application/x-www-form-urlencoded", kind: "urlencoded" }] }, responses: [
    { status: "201", headers: [{ name: "Location", required: true, explode: false }, { name: "X-Sizes", explode: false, check: checkOf(Array.isArray, "must be a list") }], content: [json(isPet)] }, ...errors] },
  "pets.get": { method: "GET", path: "/pets/{id}", parameters: [id], security: [], responses: [response("200", json(isPet, { name: "Ann" })), ...errors] },
  "pets.remove": { method: "DELETE", path: "/pets/{id}", parameters: [id], security: [[{ scheme: "key", scopes: ["admin"] }], [{ scheme: "basic", scopes: [] }, { scheme: "token", scopes: [] }]], responses: [response("204"), ...errors] },
  "photo.get": { method: "GET", path: "/pets/{id}/photo", parameters: [id], security: [], responses: [response("200", { mediaType: "image/*", kind: "binary" })] },
  "photo.put": { method: "PUT", path: "/pets/{id}/photo", parameters: [id], security: [[], [{ scheme: "basic", scopes: [] }]], body: { required: false, content: [{ mediaType: "image/*", kind: "binary" }] }, responses: [response("200", json())] },
  "feed.lines": { method: "GET", path: "/feed", parameters: [], security: [], responses: [response("200", { mediaType: "application/jsonl", kind: "lines", check: isPet })] },
  "feed.events": { method: "GET", path: "/events", parameters: [], security: [], responses: [response("200", { mediaType: "text/event-stream", kind: "events" })] },
};

const schemes: { readonly [name: string]: SchemeContract } = {
  key: { kind: "apiKey", in: "header", parameter: "Authorization", prefix: "ApiKey " },
  basic: { kind: "basic" },
  token: { kind: "apiKey", in: "query", parameter: "token" },
};

const names = Object.keys(contracts);

/** The routes, as generated code matches them. */
export const routes: Routes = {
  basePath: "",
  schemes,
  operations: Object.entries(contracts).map(([name, contract]) => ({ name: name.split("."), load: () => Promise.resolve(contract) })),
  match: (path): Match | undefined => {
    const methods = (...operations: string[]): Match["methods"] => Object.fromEntries(operations.map((name) => [contracts[name]?.method ?? "", names.indexOf(name)]));
    if (path === "/pets") return { methods: methods("pets.list", "pets.add"), texts: {} };
    if (path === "/feed") return { methods: methods("feed.lines"), texts: {} };
    if (path === "/events") return { methods: methods("feed.events"), texts: {} };
    const photo = /^\/pets\/([^/]+)\/photo$/.exec(path);
    if (photo) return { methods: methods("photo.get", "photo.put"), texts: { id: photo[1] ?? "" } };
    const pet = /^\/pets\/([^/]+)$/.exec(path);
    return pet ? { methods: methods("pets.get", "pets.remove"), texts: { id: pet[1] ?? "" } } : undefined;
  },
};

/** A router of pets, and what it logs. */
export function petsRouter(handlers: object, options: RouterOptions = {}): { router: Router; logged: LogEntry[] } {
  const logged: LogEntry[] = [];
  return { router: buildRouter(routes, handlers, { log: (entry) => void logged.push(entry), ...options }), logged };
}
