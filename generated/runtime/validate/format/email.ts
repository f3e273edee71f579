import { isHostname, isIdnHostname } from "./hostname.js";
import { isIpv4, isIpv6 } from "./ip.js";

/** RFC 5321 §4.1.2 `Mailbox`: `joe@example.com`, `"joe bloggs"@[127.0.0.1]`. */
export function isEmail(text: string): boolean {
  return isMailbox(text, isAsciiLocalPart, isHostname);
}

/** RFC 6531 §3.3: a mailbox with characters beyond ASCII. */
export function isIdnEmail(text: string): boolean {
  // IDNA wants a domain normalised; who types it need not have done so (RFC 5895 §2).
  return isMailbox(text, isLocalPart, (domain) => isIdnHostname(domain.normalize("NFC")));
}

function isMailbox(text: string, isLocal: (text: string) => boolean, isDomain: (text: string) => boolean): boolean {
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  return at > 0 && isLocal(text.slice(0, at)) && (domain.startsWith("[") ? isAddressLiteral(domain) : isDomain(domain));
}

function isAsciiLocalPart(text: string): boolean {
  return isLocalPart(text) && !/[^\0-\x7f]/.test(text);
}

/** `Local-part`, of at most 64 octets (§4.5.3.1.1). */
function isLocalPart(text: string): boolean {
  if (text.length > 64 || new TextEncoder().encode(text).length > 64) return false;
  if (text.startsWith('"')) return /^"(?:[^\0-\x1f"\\\x7f]|\\[ -~])*"$/u.test(text);
  return /^[^\0- "(),:;<>@[\\\]\x7f]+$/u.test(text) && !/^\.|\.\.|\.$/.test(text);
}

function isAddressLiteral(text: string): boolean {
  if (!text.endsWith("]")) return false;
  const address = text.slice(1, -1);
  return /^IPv6:/i.test(address) ? isIpv6(address.slice(5)) : isIpv4(address);
}
