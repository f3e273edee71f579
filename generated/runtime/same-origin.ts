import type { Fetch, Outgoing } from "./draft.js";

/**
 * A fetch that follows redirects to the same origin only, for requests whose credentials the platform would take along: of all
 * headers it drops no other than `Authorization`. A redirect elsewhere is the response. Browsers do not show a redirect, so there
 * it is an error.
 */
export function sameOrigin(fetch: Fetch): Fetch {
  return async (url, request) => {
    let next: Outgoing | undefined = { ...request, redirect: "manual" };
    for (let hops = 0; ; hops++) {
      const response = await fetch(url, next);
      if (response.type === "opaqueredirect") throw new TypeError(`${request.route}: redirected, and the credentials may not follow`);
      const target = redirectTarget(response, url);
      const following: Outgoing | undefined = target && hops < 20 ? redirected(next, response.status) : undefined;
      if (!target || !following) return response;
      await response.body?.cancel();
      url = target;
      next = following;
    }
  };
}

function redirectTarget({ status, headers, url }: Response, asked: string): string | undefined {
  const location = headers.get("location");
  if (!location || !/^30[12378]$/.test(`${status}`)) return;
  const from = url || asked;
  const to = URL.canParse(location, from) && new URL(location, from);
  return to && to.origin === new URL(from).origin ? to.href : undefined;
}

/** Fetch Standard §4.4 "HTTP-redirect fetch". Nothing where the body is a stream: it has been read. */
function redirected({ body, headers, ...request }: Outgoing, status: number): Outgoing | undefined {
  const isGet = status === 303 ? !/^(GET|HEAD)$/.test(request.method) : status < 303 && request.method === "POST";
  if (!isGet) return "duplex" in request ? undefined : { ...request, headers, ...(body && { body }) };
  const kept = Object.entries(headers).filter(([name]) => !/^content-(encoding|language|location|type|length)$/i.test(name));
  return { ...request, method: "GET", headers: Object.fromEntries(kept) };
}
