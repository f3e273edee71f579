import type { Asked } from "./exchange.ts";

/** Whether one media type is rather wanted than another, which comes where both are as good (RFC 9110 §12.5.1). */
export function prefers({ headers }: Asked, one: string, other: string): boolean {
  const ranges = (headers.get("accept") ?? "*/*").split(",").map((range) => range.split(";").map((part) => part.trim()));
  const quality = (name: string) => {
    const [range] = [name, name.replace(/\/.*/, "/*"), "*/*"].flatMap((wanted) => ranges.filter(([type]) => type?.toLowerCase() === wanted));
    return range === undefined ? 0 : Number(range.find((part) => part.startsWith("q="))?.slice(2) ?? 1);
  };
  return quality(one) > quality(other);
}
