/** How an operation is called in one language: `{ lang: "curl", label: "curl", source: "curl -X POST …" }`. */
export type Sample = { lang: string; label: string; source: string };
