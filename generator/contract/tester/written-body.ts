/** A body as it goes over the wire. */
export type WrittenBody = { readonly contentType: string; readonly bytes: Uint8Array };
