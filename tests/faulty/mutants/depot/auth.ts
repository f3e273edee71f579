import type { Fault } from "../../fault.ts";
import { answers, changed, reads, withoutRequestHeader, withQuery, withRequestHeader } from "../../faults.ts";
import { depotCredentials } from "../../depot/keys.ts";
import type { Mutant } from "../../mutant.ts";
import type { Asked } from "../../warehouse/exchange.ts";

const ignored = ["credentials-ignored"] as const;
const refused = ["credentials-refused"] as const;
const key = depotCredentials.get("depotKey") ?? "";
const basic = `Basic ${Buffer.from(depotCredentials.get("clerk") ?? "").toString("base64")}`;
const bearer = `Bearer ${depotCredentials.get("bearer") ?? ""}`;
const one = ["POST /parcels"];

/** Who is let in, and who is not. */
export const auth: readonly Mutant[] = [
  { name: "a token is refused where a key will do", on: "GET /parcels", codes: refused, fault: answers(401, "GET /parcels", ({ headers }) => !headers.has("x-depot-key")) },
  { name: "a key is refused where a token will do", on: "POST /quotes", codes: refused, fault: answers(401, "POST /quotes", ({ headers }) => !headers.has("authorization")) },
  { name: "any key will do", on: "GET /couriers", codes: ignored, fault: letIn("GET /couriers", ({ headers }) => headers.has("x-depot-key")) },
  { name: "any token will do", on: "PATCH /parcels/{parcelId}", with: one, codes: ignored, fault: letIn("PATCH /parcels/{parcelId}", ({ headers }) => /^bearer ./i.test(headers.get("authorization") ?? "")) },
  { name: "anybody may take away", on: "DELETE /parcels/{parcelId}", with: one, codes: ignored, fault: letIn("DELETE /parcels/{parcelId}", () => true) },
  { name: "anybody may peek", on: "HEAD /parcels/{parcelId}", with: one, codes: ignored, fault: letIn("HEAD /parcels/{parcelId}", () => true) },
  { name: "half of what is needed will do", on: "POST /parcels", codes: ignored, fault: letInAs("POST /parcels", ({ headers }) => headers.get("x-depot-key") === key) },
  { name: "the other half of what is needed will do", on: "POST /parcels", codes: ignored, fault: letInAs("POST /parcels", ({ headers }) => headers.get("authorization") === basic) },
  { name: "two halves are refused", on: "POST /parcels", codes: refused, fault: answers(401, "POST /parcels", ({ headers }) => !/^bearer/i.test(headers.get("authorization") ?? "")) },
  { name: "with the key any password will do", on: "POST /parcels", codes: ignored, fault: letInAs("POST /parcels", ({ headers }) => headers.get("x-depot-key") === key && /^basic /i.test(headers.get("authorization") ?? "")) },
  { name: "a token will do where none is meant", on: "GET /parcels/{parcelId}/label", with: one, codes: ignored, fault: letIn("GET /parcels/{parcelId}/label", ({ headers }) => headers.get("authorization") === bearer) },
  { name: "any session will do", on: "GET /parcels/{parcelId}/label", with: one, codes: ignored, fault: letIn("GET /parcels/{parcelId}/label", ({ headers }) => /\bdepot_session=./.test(headers.get("cookie") ?? "")) },
  { name: "a session is refused", on: "POST /pickups", codes: refused, fault: answers(401, "POST /pickups", ({ query }) => !query.some(([name]) => name === "access_key")) },
  { name: "any access key will do", on: "GET /rates", codes: ignored, fault: accessible("GET /rates", /./) },
  { name: "an empty access key will do", on: "GET /rates", codes: ignored, fault: accessible("GET /rates", /^$/) },
  { name: "an access key is not decoded", on: "GET /pickups/{pickupId}", with: ["POST /pickups"], codes: refused, fault: reads("GET /pickups/{pickupId}", withQuery("access_key", encodeURIComponent)) },
  { name: "a password ends at a colon", on: "POST /claims", codes: refused, fault: reads("POST /claims", (asked) => (asked.headers.get("authorization") === basic ? withRequestHeader("authorization", `Basic ${Buffer.from("grace:h").toString("base64")}`)(asked) : asked)) },
  { name: "any password will do", on: "POST /claims", codes: ignored, fault: reads("POST /claims", (asked) => (Buffer.from((asked.headers.get("authorization") ?? "").slice(6), "base64").toString().startsWith("grace:") ? withRequestHeader("authorization", basic)(asked) : asked)) },
  { name: "a wrong token makes it fail", on: "PUT /schedule", codes: ["server-error"], fault: answers(500, "PUT /schedule", ({ headers }) => headers.has("authorization") && headers.get("authorization") !== bearer) },
  { name: "bearer in small letters is refused", on: "PUT /schedule", codes: refused, fault: reads("PUT /schedule", (asked) => ((asked.headers.get("authorization") ?? "").startsWith("bearer") ? withoutRequestHeader("authorization")(asked) : asked)) },
  { name: "a schedule is not for everybody", on: "GET /schedule", codes: [...refused, "undocumented-status"], fault: answers(401, "GET /schedule", ({ headers }) => !headers.has("authorization")) },
  { name: "a 401 does not say how", on: "GET /couriers/{courierId}", codes: ["protocol-violation"], fault: changed("GET /couriers/{courierId} 401", ({ headers: { "www-authenticate": _, ...headers }, ...answer }) => ({ ...answer, headers })) },
  { name: "who is not known is told that nothing is there, in a page", on: "GET /parcels/{parcelId}", with: one, codes: ["undocumented-content-type"], fault: changed("GET /parcels/{parcelId} 401", (answer) => ({ ...answer, headers: { ...answer.headers, "content-type": "text/html" }, body: "<h1>Log in</h1>" })) },
  { name: "who is not known is led to a page", on: "GET /couriers", codes: ["undocumented-status", "credentials-ignored"], fault: changed("GET /couriers 401", () => ({ status: 302, headers: { location: "/login", "content-type": "text/html" }, body: "" })) },
];

function letIn(operation: string, when: (asked: Asked) => boolean): Fault {
  return reads(operation, (asked) => (when(asked) ? withRequestHeader("x-depot-key", key)(withRequestHeader("cookie", `depot_session=${depotCredentials.get("session") ?? ""}`)(asked)) : asked));
}

function letInAs(operation: string, when: (asked: Asked) => boolean): Fault {
  return reads(operation, (asked) => (when(asked) ? withRequestHeader("authorization", bearer)(asked) : asked));
}

function accessible(operation: string, key: RegExp): Fault {
  return reads(operation, withQuery("access_key", (text) => (key.test(text) ? encodeURIComponent(depotCredentials.get("accessKey") ?? "") : text)));
}
