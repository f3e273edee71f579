import type { Router, ServerRequest, ServerResponse } from "../../generated/server.ts";
import { filterPath } from "./filter-path.ts";
import { queryOf } from "./query-of.ts";

/**
 * A router that answers as the one given does, but shows its bodies as the client wishes: with `pretty`, and of a 200 only what
 * `filter_path` asks for. A router is a function of plain objects, and what is around one is another; so it is that handlers give
 * whole answers, which are validated, and the contract's "members that the schema requires may then be missing" comes after that.
 */
export function present(router: Router): Router {
  return {
    ...router,
    handle: (request) => {
      if (!/[?&](?:pretty|filter_path)=/.test(request.url)) return router.handle(request);
      const response = router.handle(request);
      return response instanceof Promise ? response.then((settled) => shown(settled, request)) : shown(response, request);
    },
  };
}

function shown(response: ServerResponse, { url }: ServerRequest): ServerResponse {
  if (typeof response.body !== "string" || response.body === "") return response;
  const query = queryOf(url);
  const paths = query.get("filter_path")?.split(",") ?? [];
  const whole: unknown = JSON.parse(response.body);
  const body = response.status === 200 && paths.length > 0 ? filterPath(whole, paths) : whole;
  return { ...response, body: query.get("pretty") === "true" ? `${JSON.stringify(body, null, 2)}\n` : JSON.stringify(body) };
}
