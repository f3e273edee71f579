import { Ajv2020 } from "ajv/dist/2020.js";
import type { Json } from "../../../generator/json.ts";
import type { Rules } from "../warehouse/rules.ts";
import { refuse } from "./refuse.ts";

/** The rules of the depot's document, which refuse with a 422. Formats are read by patterns of its own. */
export function rulesOf(document: Json): Rules {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, formats });
  ajv.addSchema(JSON.parse(JSON.stringify(document)), "depot");
  return (pointer, value) => {
    const validate = ajv.getSchema(`depot#${encodeURI(pointer)}`);
    if (validate === undefined) throw new Error(`There is no schema at ${pointer}`);
    if (validate(value) !== true) refuse(422, ajv.errorsText(validate.errors));
  };
}

const octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
const label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

const formats = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  ipv4: new RegExp(`^${octet}(\\.${octet}){3}$`),
  // RFC 5321 §4.1.2, without literals of addresses.
  email: new RegExp(`^([A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+)*|"([ !#-\\[\\]-~]|\\\\[ -~])*")@${label}(\\.${label})*$`),
  uri: /^[A-Za-z][A-Za-z0-9+.-]*:(\/\/([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|\[[0-9A-Fa-f:.]+\])*(?=[/?#]|$))?([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*(\?([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?(#([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?$/,
  "uri-reference": true,
  date: isDate,
  "date-time": isTime,
} as const;

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** RFC 3339 §5.6. A second may be a leap second where it ends a day of UTC. */
function isTime(text: string): boolean {
  const match = /^(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.exec(text);
  if (match === null || !isDate(match[1] ?? "")) return false;
  const [hour = 0, minute = 0, second = 0] = match.slice(2, 5).map(Number);
  const zone = match[5] ?? "";
  const [hours = 0, minutes = 0] = /^z$/i.test(zone) ? [0, 0] : zone.slice(1).split(":").map(Number);
  if (hour > 23 || minute > 59 || hours > 23 || minutes > 59) return false;
  const ofDay = hour * 60 + minute - (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
  return second < 60 || (second === 60 && (ofDay + 1440 * 2) % 1440 === 1439);
}
