import { isBidi, isRightToLeft } from "./bidi.js";
import { isULabel } from "./idna.js";
import { fromPunycode, toPunycode } from "./punycode.js";

/** RFC 1123 §2.1; a label with `xn--` is one of IDNA 2008, RFC 5891 §4.2. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && areLabels(text.split("."), isAsciiLabel);
}

/** RFC 5890 §2.3.2.3: labels of ASCII, A-labels and U-labels. Dots of other scripts separate them as well (RFC 3490 §3.1). */
export function isIdnHostname(text: string): boolean {
  // Each label has fewer code units than octets as an A-label.
  if (text.length > 253) return false;
  const labels = text.split(/[.\u3002\uff0e\uff61]/);
  return areLabels(labels, isLabel) && labels.reduce((length, label) => length + asAscii(label).length + 1, -1) <= 253;
}

function areLabels(labels: readonly string[], isOne: (label: string) => boolean): boolean {
  if (!labels.every(isOne)) return false;
  const decoded = labels.map((label) => (isAce(label) ? fromPunycode(label.slice(4).toLowerCase()) ?? label : label));
  return !decoded.some(isRightToLeft) || decoded.every(isBidi);
}

function isAsciiLabel(label: string): boolean {
  if (!/^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(label)) return false;
  if (!isAce(label)) return true;
  const coded = label.slice(4).toLowerCase();
  const decoded = fromPunycode(coded);
  return decoded !== undefined && /[^\0-\x7f]/.test(decoded) && isULabel(decoded) && toPunycode(decoded) === coded;
}

function isLabel(label: string): boolean {
  if (!/[^\0-\x7f]/.test(label)) return isAsciiLabel(label);
  return isULabel(label) && asAscii(label).length <= 63;
}

function asAscii(label: string): string {
  return /[^\0-\x7f]/.test(label) ? `xn--${toPunycode(label)}` : label;
}

function isAce(label: string): boolean {
  return /^xn--/i.test(label);
}
