/** A body has more bytes than were asked for. */
export class TooLarge extends Error {}

/** The client went away before it had sent all of its request: nobody waits for an answer. */
export class Aborted extends Error {}
