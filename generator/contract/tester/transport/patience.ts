/** How long a server may take, in milliseconds: for the whole of an answer, and to go on with one that it has begun. */
export type Patience = { readonly answer: number; readonly pause: number };
