import type { SecurityScheme } from "./api.ts";

/** What stands before a key in its header: `x-value-prefix: "ApiKey "` of an apiKey scheme says so. */
export function valuePrefix({ extensions }: SecurityScheme): string | undefined {
  const value = extensions.find(({ name }) => name === "x-value-prefix")?.value;
  return typeof value === "string" ? value : undefined;
}
