/** What a client gets or a handler is given, as data that can be compared: streams are read, and files are their texts. */
export async function asData(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return `bytes: ${Buffer.from(await value.arrayBuffer()).toString("base64")}`;
  if (value instanceof Uint8Array) return `bytes: ${Buffer.from(value).toString("base64")}`;
  if (Array.isArray(value)) return Promise.all(value.map(asData));
  if (typeof value !== "object" || value === null) return typeof value === "bigint" ? Number(value) : value;
  if (isStream(value)) {
    const items: unknown[] = [];
    for await (const item of value) items.push(await asData(item));
    return items;
  }
  return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([name, member]) => [name, await asData(member)])));
}

function isStream(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}
