/** RFC 2673 §3.2 `dotted-quad`, without leading zeros. */
export function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

/** RFC 4291 §2.2: `::1`, `2001:db8::ffff:192.0.2.1`. No zone. */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const lastColon = text.lastIndexOf(":");
  const tail = text.slice(lastColon + 1);
  const hasQuad = tail.includes(".");
  if (hasQuad && !isIpv4(tail)) return false;
  // A dotted quad stands for two groups.
  const halves = (hasQuad ? `${text.slice(0, lastColon + 1)}0:0` : text).split("::");
  const counts = halves.map(countGroups);
  if (halves.length > 2 || counts.includes(undefined)) return false;
  const groups = counts.reduce((sum: number, count) => sum + (count ?? 0), 0);
  return halves.length === 2 ? groups <= 7 : groups === 8;
}

function countGroups(text: string): number | undefined {
  if (text === "") return 0;
  const groups = text.split(":");
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? groups.length : undefined;
}
