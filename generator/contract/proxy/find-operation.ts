import type { Api } from "../../model/api.ts";
import { sentMethod } from "../../model/sent-method.ts";
import { splitUrl } from "../../runtime/server/split-url.ts";
import type { WireRequest } from "../tester/exchange.ts";
import { pathTexts } from "../tester/path-texts.ts";
import type { TestedOperation } from "../tester/phase.ts";

/** Finds the operation that a request is of, by its method and path; of several templates the one that says most (OAS "Path Templating Matching"). */
export function operationFinder(api: Api, operations: readonly TestedOperation[], basePath: string): (request: WireRequest) => TestedOperation | undefined {
  const byMethod = new Map<string, TestedOperation[]>();
  for (const tested of operations) {
    const method = sentMethod(tested.operation.method);
    byMethod.set(method, [...(byMethod.get(method) ?? []), tested]);
  }
  const matchers = new Map<string, ReturnType<typeof pathTexts>>();
  const matches = (template: string, path: string): boolean => {
    const known = matchers.get(template) ?? pathTexts(api, template);
    matchers.set(template, known);
    return known(path) !== undefined;
  };
  return ({ method, target }) => {
    const path = splitUrl(target, basePath)?.path;
    return path === undefined ? undefined : byMethod.get(method)?.find(({ operation }) => matches(operation.path, path));
  };
}
