import type { Hooks } from "../../contract/tester/hooks.ts";
import type { Api } from "../../model/api.ts";
import { defaultUrl } from "../../model/default-url.ts";
import { methodAndPath } from "../../model/sent-method.ts";

/**
 * A hook that leaves out operations with servers of their own, where those are not the document's (OAS "Path Item Object", `servers`): one base URL
 * does not stand for both.
 */
export function servedElsewhere(api: Api): NonNullable<Hooks["skip"]> {
  const usual = new Set(api.servers.map((server) => trimmed(defaultUrl(server))));
  const elsewhere = new Map(api.operations.flatMap((operation): [string, string][] => {
    const own = (operation.servers ?? []).map((server) => trimmed(defaultUrl(server)));
    const [first] = own;
    return usual.size === 0 || first === undefined || own.some((url) => usual.has(url)) ? [] : [[methodAndPath(operation), first]];
  }));
  return ({ name }) => {
    const url = elsewhere.get(name);
    return url === undefined ? undefined : `the document has it at ${url}, and not with the others; --operation with its own --url tests it`;
  };
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, "");
}
