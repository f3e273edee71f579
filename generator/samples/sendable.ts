import { ArgumentError } from "../runtime/errors.ts";

/** What the runtime writes; `undefined` for what it refuses to send, as an example may be anything. */
export function sendable<Written>(write: () => Written): Written | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof ArgumentError || error instanceof URIError) return undefined;
    throw error;
  }
}
