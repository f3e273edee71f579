/** RFC 5891 §4.2: whether a label with characters beyond ASCII may be registered. Its length and direction are looked at elsewhere. */
export function isULabel(label: string): boolean {
  if (label.length === 0 || label !== label.normalize("NFC")) return false;
  if (label.startsWith("-") || label.endsWith("-") || label.startsWith("--", 2) || /^\p{M}/u.test(label)) return false;
  const points = Array.from(label);
  return points.every((point, index) => isPermitted(point) || isInContext(points, index));
}

/** RFC 5892 §3 PVALID: letters and digits that case folding and normalisation leave as they are, and a list of exceptions. */
function isPermitted(point: string): boolean {
  if (/[-\da-z]/.test(point) || pvalid.test(point)) return true;
  if (disallowed.test(point) || needsContext.test(point)) return false;
  return letterOrDigit.test(point) && !ignorable.test(point) && isStable(point);
}

// RFC 5892 §2.6.
const pvalid = /[\u00df\u03c2\u06fd\u06fe\u0f0b\u3007]/;
const disallowed = /[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b]/;
const needsContext = /[\u00b7\u0375\u05f3\u05f4\u30fb\u0660-\u0669\u06f0-\u06f9\u200c\u200d]/;
// §2.1.
const letterOrDigit = /[\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{Lm}\p{Mn}\p{Mc}]/u;
// §2.3, §2.4 and §2.9: ignorable ones, marks for symbols and for music, old Hangul.
const ignorable = /[\p{Default_Ignorable_Code_Point}\u20d0-\u20ff\u{1d100}-\u{1d24f}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;

/** §2.2: equal to itself, normalised by NFKC, in lower case. */
function isStable(point: string): boolean {
  return point.normalize("NFKC").toLowerCase().normalize("NFKC") === point;
}

/** RFC 5892 appendix A: characters that may stand among certain others only. */
function isInContext(points: readonly string[], index: number): boolean {
  const before = points[index - 1] ?? "";
  const after = points[index + 1] ?? "";
  const label = points.join("");
  switch (points[index]) {
    case "\u00b7": return before === "l" && after === "l";
    case "\u0375": return /\p{Script=Greek}/u.test(after);
    case "\u05f3":
    case "\u05f4": return /\p{Script=Hebrew}/u.test(before);
    case "\u30fb": return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label);
    case "\u200d": return virama.test(before);
    case "\u200c": return virama.test(before) || isBetweenJoining(points, index);
    default: return needsContext.test(points[index] ?? "") && !(/[\u0660-\u0669]/.test(label) && /[\u06f0-\u06f9]/.test(label));
  }
}

/** Characters of the canonical combining class 9. */
const virama = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed\u{10a3f}\u{11046}\u{11070}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{1193d}\u{1193e}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}]/u;

/** A.1: joined to what is before it and after it, marks in between not counted. */
function isBetweenJoining(points: readonly string[], index: number): boolean {
  const isTransparent = (point: string) => /[\p{Mn}\p{Me}\p{Cf}]/u.test(point) && point !== "\u200c";
  const before = points.slice(0, index).reverse().find((point) => !isTransparent(point)) ?? "";
  const after = points.slice(index + 1).find((point) => !isTransparent(point)) ?? "";
  return joining.test(before) && !joinsBackOnly.test(before) && joining.test(after);
}

// ArabicShaping.txt, for scripts in use: letters that join, and those that join only to the one before.
const joining = /(?![\u0621\u0674])[\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0710\u0712-\u072f\u074d-\u077f\u07ca-\u07ea\u08a0-\u08ac\u08ae-\u08b4\u08b6-\u08c7\u1820-\u1878\ua840-\ua871]/;
const joinsBackOnly = /[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef\u0710\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u08aa-\u08ac\u08ae\u08b1\u08b2\u08b9]/;
