import { agencyCredentials, knownSession } from "../../agency/credentials.ts";
import type { Fault } from "../../fault.ts";
import { answers, reads, withRequestHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import type { Asked } from "../../warehouse/exchange.ts";
import { refuses } from "./faults.ts";

const ignored = ["credentials-ignored"] as const;
const refused = ["credentials-refused"] as const;
const one = "/bookings/{booking_id}";
const token = `Bearer ${agencyCredentials.get("bearerAuth") ?? ""}`;

/** Doors that are open, and doors that are shut to those who have the key. */
export const auth: readonly Mutant[] = [
  { name: "any token will do", on: "GET /documents", codes: ignored, fault: lets("GET /documents", ({ headers }) => /^bearer ./i.test(headers.get("authorization") ?? "")) },
  { name: "nobody is asked to export", on: "POST /exports", codes: ignored, fault: lets("POST /exports", () => true) },
  { name: "anybody may delete", on: `DELETE ${one}`, with: ["POST /bookings"], codes: ignored, fault: lets(`DELETE ${one}`, () => true) },
  { name: "anybody may add several", on: "POST /customers/batch", codes: ignored, fault: lets("POST /customers/batch", () => true) },
  { name: "a token that ends otherwise will do", on: "GET /customers", codes: ignored, fault: lets("GET /customers", ({ headers }) => (headers.get("authorization") ?? "").startsWith(token.slice(0, 15))) },
  { name: "whoever names a scheme is let in", on: `PATCH ${one}`, codes: ignored, fault: lets(`PATCH ${one}`, ({ headers }) => headers.has("authorization")) },
  { name: "any session will do", on: "GET /session", codes: ignored, fault: reads("GET /session", (asked) => (/agency_session=[^;]/.test(asked.headers.get("cookie") ?? "") ? withRequestHeader("cookie", `agency_session=${knownSession}`)(asked) : asked)) },
  { name: "any password will do", on: "GET /reports/bookings", codes: ignored, fault: reads("GET /reports/bookings", (asked) => (Buffer.from((asked.headers.get("authorization") ?? "").split(" ")[1] ?? "", "base64").toString().startsWith("reports:") ? withRequestHeader("authorization", basic())(asked) : asked)) },
  { name: "reports are for all", on: "GET /reports/bookings", codes: ignored, fault: reads("GET /reports/bookings", withRequestHeader("authorization", basic())) },
  { name: "a session is not enough", on: "GET /bookings", codes: refused, fault: reads("GET /bookings", (asked) => ({ ...asked, headers: new Map([...asked.headers].filter(([name]) => name !== "cookie")) })) },
  { name: "a token of OAuth is not known", on: "POST /bookings", codes: refused, fault: refuses401("POST /bookings", ({ headers }) => headers.get("authorization") === `Bearer ${agencyCredentials.get("oauth") ?? ""}`) },
  { name: "a scheme in small letters is not known", on: `GET ${one}`, codes: [...refused, "protocol-violation"], fault: refuses401(`GET ${one}`, ({ headers }) => (headers.get("authorization") ?? "").startsWith("bearer ")) },
  { name: "trips are shown to members only", on: "GET /trips", codes: [...refused, "undocumented-status"], fault: refuses401("GET /trips", ({ headers }) => !headers.has("authorization")) },
  { name: "whoever is not known is sent to log in", on: "GET /bookings", codes: ["undocumented-status"], fault: { answer: (answer, { method, path }) => (method === "GET" && path === "/bookings" && answer.status === 401 ? { status: 302, headers: { location: "/login" } } : answer) } },
  { name: "a scheme alone makes it fail", on: "GET /documents", codes: ["server-error"], fault: answers(500, "GET /documents", ({ headers }) => /^bearer *$/i.test(headers.get("authorization") ?? "")) },
  { name: "without a token it fails", on: "POST /customers", codes: ["server-error"], fault: answers(500, "POST /customers", ({ headers }) => !headers.has("authorization")) },
  { name: "whoever asks with HEAD is let in", on: "HEAD /documents", with: ["GET /documents"], codes: ignored, fault: { asked: (asked) => (asked.method === "HEAD" && asked.path === "/documents" ? withRequestHeader("authorization", token)(asked) : asked) } },
  { name: "nobody is told how to say who they are", on: "GET /documents", codes: ["missing-response-header", "protocol-violation"], fault: { answer: (answer, { method, path }) => (method !== "POST" && path === "/documents" && answer.status === 401 ? { ...answer, headers: { "content-type": "application/json" } } : answer) } },
  { name: "a page of HTML says that nobody is known", on: "POST /exports", codes: ["undocumented-content-type"], fault: { answer: (answer, { path }) => (path === "/exports" && answer.status === 401 ? { ...answer, headers: { ...answer.headers, "content-type": "text/html" }, body: "<h1>401</h1>" } : answer) } },
];

/** Lets those in for whom something is true, as if they had shown a token. */
function lets(operation: string, when: (asked: Asked) => boolean): Fault {
  return reads(operation, (asked) => (when(asked) ? withRequestHeader("authorization", token)(asked) : asked));
}

function basic(): string {
  return `Basic ${Buffer.from(agencyCredentials.get("basicAuth") ?? "").toString("base64")}`;
}

function refuses401(operation: string, when: (asked: Asked) => boolean): Fault {
  const { instead } = refuses(401, operation, when);
  return { instead: (asked) => {
    const answer = instead?.(asked);
    return answer && { ...answer, headers: { ...answer.headers, "www-authenticate": 'Bearer realm="agency"' } };
  } };
}
