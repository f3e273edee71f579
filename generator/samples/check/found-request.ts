/**
 * A request that a sample sends, as far as it can be read: `{ method: "POST", url: "$URL/pets/1?dry_run=true" }`. Variables of a shell or
 * a language stand in the URL as they are. `isCut`: it goes on where nobody can read it.
 */
export type FoundRequest = { method?: string; url: string; isCut?: boolean };
