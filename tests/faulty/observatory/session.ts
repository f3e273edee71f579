/** The session that is open. */
export const knownSession = "0123456789abcdef";

/** The credentials that the observatory knows, by scheme. */
export const sessionCredentials: ReadonlyMap<string, string> = new Map([["session", knownSession]]);
