import type { Server } from "./api.ts";

/** The URL of a server with the defaults of its variables. */
export function defaultUrl({ url, variables }: Server): string {
  const values = new Map(variables.map((variable) => [variable.name, variable.default]));
  return url.replace(/\{([^{}]*)\}/g, (written, name: string) => values.get(name) ?? written);
}
