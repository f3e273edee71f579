/** A reply that cannot be sent, whatever the document says: a header with a line break, a body of a kind that has no bytes. */
export class Unsendable extends Error {}
