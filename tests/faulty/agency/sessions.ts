import { type Answer, json } from "../warehouse/exchange.ts";
import { objectIn } from "./bodies.ts";
import { timeOf } from "./bookings.ts";
import type { Call } from "./call.ts";
import { challenge, sessionOf } from "./credentials.ts";
import { Refusal } from "./refusal.ts";

/** `POST /session` */
export function createSession(call: Call): Answer {
  const { username, password } = objectIn(call);
  if (username !== "ada@example.com" || password !== "correct-horse") throw new Refusal(401, "Nobody of that name and password is known", challenge);
  const id = call.ledger.nextId("sess").replace("_", "-");
  call.ledger.sessions.set(id, username);
  return json(201, shown(call, username), { "set-cookie": `agency_session=${id}; Path=/api/v1; HttpOnly; SameSite=Lax` });
}

/** `GET /session` */
export function getSession(call: Call): Answer {
  return json(200, shown(call, call.ledger.sessions.get(sessionOf(call.asked) ?? "") ?? ""));
}

/** `DELETE /session` */
export function deleteSession(call: Call): Answer {
  call.ledger.sessions.delete(sessionOf(call.asked) ?? "");
  return { status: 204, headers: {} };
}

function shown({ ledger }: Call, user: string): { user: string; expiresAt: string } {
  return { user, expiresAt: timeOf(new Date(ledger.now().getTime() + 3_600_000)) };
}
