/** OAS format registry `byte`: RFC 4648 §4, with padding. */
export function isByte(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}

/** OAS format registry `base64url`: RFC 4648 §5. Padding may be left out (§3.2), as it mostly is. */
export function isBase64url(text: string): boolean {
  const digits = text.replace(/={1,2}$/, "");
  return /^[\w-]*$/.test(digits) && digits.length % 4 !== 1 && (digits.length === text.length || text.length % 4 === 0);
}
