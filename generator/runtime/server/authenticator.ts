import type { SecurityContext } from "./options.js";
import type { Refusal } from "./refusal.js";

/**
 * Says whose a credential is: gives who that is, `undefined` or `null` where it is nobody's (401), or `refuse(403)`. As a method, so that
 * one for texts is taken where all kinds of credentials are spoken of.
 */
export type Authenticator<Credential, Principal> = { ask(credential: Credential, context: SecurityContext): Asked<Principal> }["ask"];

type Asked<Principal> = Told<Principal> | Promise<Told<Principal>>;
type Told<Principal> = Principal | Refusal | undefined | null;
