import { type Answer, type Asked, Problem } from "./warehouse/exchange.ts";
import { type Given, givenIn } from "./warehouse/given.ts";
import type { Rules } from "./warehouse/rules.ts";
import { decoded } from "./warehouse/texts.ts";

/** A path, and what answers to each of its methods. */
export type Route<Call> = {
  readonly path: RegExp;
  readonly methods: Readonly<Record<string, { readonly handle: (call: Call) => Answer | Promise<Answer>; readonly isAllowed?: (asked: Asked) => boolean }>>;
};

/** What every operation is given. */
type Common = { readonly asked: Asked; readonly given: Given; readonly rules: Rules; readonly path: readonly string[] };

/** Answers a request by the route that it takes: what is wrong with it in the order of route, method, credentials and content. */
export async function answerByRoute<Call>(asked: Asked, { routes, rules, refusal, callOf }: { routes: readonly Route<Call>[]; rules: Rules; refusal: Readonly<Record<string, string>>; callOf: (common: Common) => Call }): Promise<Answer> {
  try {
    const [route] = routes.filter(({ path }) => path.test(asked.path));
    if (route === undefined) throw new Problem(404, "There is nothing here");
    const allowed = [...new Set([...Object.keys(route.methods), ...(route.methods["GET"] ? ["HEAD"] : []), "OPTIONS"])].sort().join(", ");
    if (asked.method === "OPTIONS") return { status: 204, headers: { allow: allowed } };
    const operation = route.methods[asked.method] ?? (asked.method === "HEAD" ? route.methods["GET"] : undefined);
    if (operation === undefined) throw new Problem(405, "Not with this method", { allow: allowed });
    if (operation.isAllowed?.(asked) === false) throw new Problem(401, "Who are you?", refusal);
    const path = (route.path.exec(asked.path) ?? []).slice(1).map(decoded);
    return await operation.handle(callOf({ asked, given: givenIn(asked, rules), rules, path }));
  } catch (error) {
    if (error instanceof Problem) return error.answer;
    throw error;
  }
}
