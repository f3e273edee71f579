import type { Finding } from "./finding.ts";

/** What is wrong in one exchange, before it is known what request shows it best. */
export type Found = Omit<Finding, "evidence" | "count">;
