import type { Draft } from "./draft.js";

/** Sets a header that the operation asks for: it comes before the client's own, and after one that is given with the call. */
export function setHeader({ request, settings }: Draft, name: string, value: string): void {
  if (request.headers[name] === settings.headers?.[name]) request.headers[name] = value;
}
