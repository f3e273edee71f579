import type { Response } from "../../../model/api.ts";

/** What the document has for a status: the status itself before its range, and both before `default` (OAS "Responses Object"). */
export function documentedResponse(responses: readonly Response[], status: number): Response | undefined {
  const named = (name: string) => responses.find((response) => response.status.toUpperCase() === name);
  return named(String(status)) ?? named(`${String(status).charAt(0)}XX`) ?? named("DEFAULT");
}
