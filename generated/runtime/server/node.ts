import { isPromise } from "./after.js";
import type { Router } from "./exchange.js";
import { NodeExchange } from "./node-exchange.js";
import { sendToNode } from "./node-send.js";
import type { NodeRequest, NodeResponse } from "./node-types.js";

/**
 * A listener for `node:http`, `node:https` and `node:http2`, and middleware for Express and Connect:
 *
 *     createServer(nodeListener(router)).listen(8080);
 *     app.use(nodeListener(router));
 *
 * As middleware it leaves paths that the document does not have to those after it, and takes a body that `express.json()` has read.
 */
export function nodeListener(router: Router): (request: NodeRequest, response: NodeResponse, next?: (error?: unknown) => void) => void {
  return (request, response, next) => {
    if (next !== undefined && !router.has(request.url ?? "/")) return next();
    const answer = router.handle(new NodeExchange(request, response));
    if (isPromise(answer)) void answer.then((sent) => sendToNode(sent, request, response));
    else sendToNode(answer, request, response);
  };
}
