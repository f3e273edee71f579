import type { Api, Operation } from "../model/api.ts";
import { upperFirst } from "../model/identifier.ts";
import { nameOperations, type OperationName } from "../model/operation-names.ts";
import { methodAndPath } from "../model/sent-method.ts";
import { jsDoc } from "../print/js-doc.ts";
import { cleanRoute } from "./route.ts";

/**
 * A handler that a document asks for.
 *
 *     { name: "clearApiKeyCache", group: "security", route: "POST /_security/api_key/{ids}/_clear_cache", type: "SecurityClearApiKeyCache", … }
 */
export type WantedHandler = {
  name: string;
  /** The namespace it is in; none where its operation has none. */
  group?: string;
  /** Method and path, by which it is known again under another name. */
  route: string;
  /** Its doc comment, with line ends `\n`. */
  doc: string;
  /** What the names of its types begin with: `…Input`, `…Reply`. */
  type: string;
};

/** The handlers of one interface of server.ts: `{ name: "security", interface: "SecurityHandlers", handlers: […] }`. */
export type WantedGroup = { name: string; interface: string; handlers: WantedHandler[] };

/** What a document asks of a handler file: the handlers of `Handlers` itself, and its namespaces, in the document's order. */
export type Wanted = { root: WantedHandler[]; groups: WantedGroup[] };

/** The handlers that the operations of an Api need, under the names that server.ts has for them. */
export function wantedHandlers({ operations }: Api): Wanted {
  const groups = new Map<string, WantedGroup>();
  const root: WantedHandler[] = [];
  for (const [operation, name] of nameOperations(operations)) {
    const handler = wantedHandler(operation, name);
    if (handler.group === undefined) root.push(handler);
    else groupOf(handler.group, groups).handlers.push(handler);
  }
  return { root, groups: [...groups.values()] };
}

/** The interface of server.ts that the handlers of a namespace are in; without one, `Handlers`. */
function interfaceOf(namespace: string | undefined): string {
  return namespace === undefined ? "Handlers" : `${upperFirst(namespace)}Handlers`;
}

function groupOf(name: string, groups: Map<string, WantedGroup>): WantedGroup {
  const known = groups.get(name);
  if (known) return known;
  const group: WantedGroup = { name, interface: interfaceOf(name), handlers: [] };
  groups.set(name, group);
  return group;
}

function wantedHandler(operation: Operation, { namespace, method, constant }: OperationName): WantedHandler {
  const route = cleanRoute(methodAndPath(operation));
  return {
    name: method,
    ...(namespace !== undefined && { group: namespace }),
    route,
    doc: jsDoc([operation.doc.summary, `\`${route}\``]),
    type: upperFirst(constant),
  };
}
