import { isObject, type Json, type JsonObject, setMember } from "../../../json.ts";
import type { Choose } from "./choices.ts";

/** Puts other values of the same type in the place of some texts and numbers: characters of all kinds, and numbers of all sizes. Not judged. */
export function varyValue(value: Json, choose: Choose): Json {
  if (typeof value === "string") return choose(2) === 0 ? value : variedText(value, choose);
  if (typeof value === "number") return choose(2) === 0 ? value : variedNumber(value, choose);
  if (Array.isArray(value)) return value.map((item) => varyValue(item, choose));
  if (!isObject(value)) return value;
  const object: JsonObject = {};
  for (const [name, member] of Object.entries(value)) setMember(object, name, varyValue(member, choose));
  return object;
}

function variedText(text: string, choose: Choose): string {
  const characters = Array.from(alphabets[choose(alphabets.length)] ?? "a");
  const length = choose(3) === 0 ? Array.from(text).length : choose(13);
  return Array.from({ length: Math.min(length, 200) }, () => characters[choose(characters.length)] ?? "a").join("");
}

/** Most of what breaks servers needs one odd character only: separators of every style, quotes, other scripts, marks and joiners, beyond the first plane. */
const alphabets = [
  "abcXYZ019-_.~", "ab0 ", "aé日😀", "a,b;c|d&e=f+g%h/i?j#k", "\"'\\<>{}[]()!*$@:^`", "אבג عربي", "e\u0301\u200d\ufeff\u00a0", "a\n\tb",
];

function variedNumber(value: number, choose: Choose): number {
  const reach = [2, 10, 1_000, 4_294_967_296, Number.MAX_SAFE_INTEGER][choose(5)] ?? 2;
  const other = choose(reach) - (choose(2) === 0 ? 0 : Math.floor(reach / 2));
  return Number.isInteger(value) ? other : other + choose(1000) / 1000;
}
