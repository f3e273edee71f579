/** What can be made of a document, each by an emitter of its own. */
export const targets = ["types", "client", "server", "validators"] as const;

export type Target = (typeof targets)[number];
