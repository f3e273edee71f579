import type { TestReport } from "../../contract/tester/test-report.ts";
import { basePath } from "../../model/base-path.ts";
import type { Api } from "../../model/api.ts";

/**
 * What to say where every operation is answered with 404, also those that name nothing in their paths: then the base URL is not that of the API, and
 * nothing was tested. `undefined` where anything else came.
 */
export function nothingThere({ samples, baseUrl }: Pick<TestReport, "samples" | "baseUrl">, api: Api): string | undefined {
  const asked = samples.flatMap(({ case: { operation }, outcome }) => (operation === undefined ? [] : [{ operation, status: outcome.kind === "response" ? outcome.response.status : 0 }]));
  const isMissing = asked.some(({ operation, status }) => status === 404 && !operation.path.includes("{"));
  if (!isMissing || !asked.every(({ status }) => ofNobody.has(status))) return undefined;
  const path = basePath(api);
  const documented = path === "" || new URL(baseUrl).pathname.endsWith(path) ? "" : `; the document's own server has ${path}`;
  return `Nothing was tested: every operation is answered with 404. --url is what stands before every path${documented}.`;
}

/** What a server answers that knows nothing of a path, or not even that it is one, or first asks who it is that asks. */
const ofNobody: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 414, 431]);
