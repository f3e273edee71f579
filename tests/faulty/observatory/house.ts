import { Buffer } from "node:buffer";
import { isObject, parseJson } from "../../../generator/json.ts";
import { type Answer, json, Problem } from "../warehouse/exchange.ts";
import { readJson, readParts, readText } from "../warehouse/read-body.ts";
import { prefers } from "../warehouse/prefers.ts";
import { decimal } from "../warehouse/texts.ts";
import type { Call } from "./call.ts";
import { knownSession } from "./session.ts";

/** `POST /session` */
export function logIn({ asked, rules }: Call): Answer {
  const value = readJson(asked, "application/json");
  rules("/paths/~1session/post/requestBody/content/application~1json/schema", value);
  const age = isObject(value) && value["keep"] === true ? "; Max-Age=86400" : "";
  return { status: 204, headers: { "set-cookie": `sid=${knownSession}; Path=/; HttpOnly; SameSite=Strict${age}`, "cache-control": "no-store" } };
}

/** `GET /light-curve` */
export function getLightCurve({ asked }: Call): Answer {
  const vary = { vary: "Accept" };
  if (prefers(asked, "text/csv", "application/json")) return { status: 200, headers: { "content-type": "text/csv", ...vary }, body: "hours,magnitude\n0,1.5\n1.5,1.7\n" };
  return json(200, { unit: "mag", points: [[0, 1.5], [1.5, 1.7], [3, 1.4]] }, vary);
}

/** `POST /plates` */
export async function sendPlate({ asked, rules }: Call): Promise<Answer> {
  const form = await readParts(asked);
  const image = form.get("image");
  const given = form.get("meta");
  const meta = parseJson(typeof given === "string" ? given : await given?.text() ?? "");
  const marks = form.getAll("marks").map((mark) => (typeof mark === "string" ? mark : ""));
  if (image === null || meta === undefined) throw new Problem(400, "image and meta must be there");
  if (typeof image !== "string" && image.type !== "" && !/^(image\/(png|jpeg)|application\/octet-stream)$/.test(image.type)) throw new Problem(400, "That is no image of ours");
  rules("/paths/~1plates/post/requestBody/content/multipart~1form-data/schema", { image: "", meta, ...(marks.length > 0 && { marks }) });
  return json(202, { bytes: typeof image === "string" ? Buffer.byteLength(image) : image.size, meta, marks }, { "retry-after": "30" });
}

/** `GET /sightings` */
export function watchSightings(): Answer {
  const events = [["seen", { star: "Mira", at: "2026-01-02T03:04:05Z" }], ["lost", { star: "Mira", at: "2026-01-02T03:14:05Z", through: ["cloud"] }]] as const;
  const body = events.map(([event, data], index) => `event: ${event}\nid: ${index + 1}\ndata: ${JSON.stringify(data)}\n\n`).join("");
  return { status: 200, headers: { "content-type": "text/event-stream" }, body };
}

/** `POST /sightings` */
export function importSightings({ asked, rules }: Call): Answer {
  const lines = readText(asked, "application/jsonl").split("\n").filter((line) => line.trim() !== "");
  for (const line of lines) {
    const value = parseJson(line);
    if (value === undefined) throw new Problem(400, "That is no JSON");
    rules("/components/schemas/Sighting", value);
  }
  return json(200, { taken: lines.length });
}

/** `GET /settings` */
export function getSettings({ catalogue }: Call): Answer {
  return json(200, catalogue.settings());
}

/** `PUT /settings` */
export function changeSettings({ asked, rules, catalogue }: Call): Answer {
  const value = readJson(asked, "application/json");
  rules("/components/schemas/Settings", value);
  if (!isObject(value)) throw new Problem(400, "Those are no settings");
  catalogue.set(value);
  return json(200, value);
}

/** `GET /angles` */
export function convertAngle({ given }: Call): Answer {
  const degrees = given.query("degrees", "/paths/~1angles/get/parameters/0/schema", decimal);
  if (degrees === undefined) throw new Problem(400, "degrees must be there");
  return json(200, { degrees, hours: degrees / 15 }, { deprecation: "@1767225600", sunset: "Sat, 31 Dec 2033 23:59:59 GMT" });
}
