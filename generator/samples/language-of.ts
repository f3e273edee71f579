/** What a sample is written in, as far as it is known here. */
export type Language = "curl" | "console" | "http" | "javascript" | "python" | "ruby" | "php" | "other";

/** The language that a document names: `js`, `node` and `TypeScript` are all `javascript`. */
export function languageOf(lang: string): Language {
  return languages.get(lang.toLowerCase().replace(/[\s_.-]/g, "").replace(/\d+$/, "")) ?? "other";
}

const languages: ReadonlyMap<string, Language> = new Map([
  ...["curl", "shell", "bash", "sh", "zsh"].map((name) => [name, "curl"] as const),
  ...["console", "kibana", "devtools"].map((name) => [name, "console"] as const),
  ...["http", "rest"].map((name) => [name, "http"] as const),
  ...["javascript", "js", "node", "nodejs", "typescript", "ts"].map((name) => [name, "javascript"] as const),
  ...["python", "py"].map((name) => [name, "python"] as const),
  ...["ruby", "rb"].map((name) => [name, "ruby"] as const),
  ...["php"].map((name) => [name, "php"] as const),
]);
