import type { Fault } from "../../fault.ts";
import { answers, reads, withRequestHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import { knownSession } from "../../observatory/session.ts";

const ignored = ["credentials-ignored"] as const;

/** Doors that are open, and doors that are shut to those who have the key. */
export const auth: readonly Mutant[] = [
  { name: "any session will do", on: "POST /stars", codes: ignored, fault: letIn("POST /stars", /\bsid=/) },
  { name: "no session is asked for", on: "DELETE /stars/{starId}", with: ["POST /stars"], codes: ignored, fault: letIn("DELETE /stars/{starId}", /^/) },
  { name: "an empty session will do", on: "PUT /settings", codes: ignored, fault: letIn("PUT /settings", /\bsid=(;|$)/) },
  { name: "whoever logs in must have", on: "POST /session", codes: ["credentials-refused", "undocumented-status"], fault: answers(401, "POST /session", ({ headers }) => !headers.has("cookie")) },
  { name: "it fails without a session", on: "POST /plates", codes: ["server-error"], fault: answers(500, "POST /plates", ({ headers }) => !headers.has("cookie")) },
  { name: "the session is refused", on: "POST /sightings", codes: ["credentials-refused"], fault: answers(401, "POST /sightings", () => true) },
];

function letIn(operation: string, cookie: RegExp): Fault {
  return reads(operation, (asked) => (cookie.test(asked.headers.get("cookie") ?? "") ? withRequestHeader("cookie", `sid=${knownSession}`)(asked) : asked));
}
