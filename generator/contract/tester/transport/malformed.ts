/** What came is no HTTP. */
export class Malformed extends Error {}
