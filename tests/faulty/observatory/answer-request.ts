import { answerByRoute, type Route } from "../answer-by-route.ts";
import type { Answer, Asked } from "../warehouse/exchange.ts";
import type { Rules } from "../warehouse/rules.ts";
import type { Call } from "./call.ts";
import type { Catalogue } from "./catalogue.ts";
import { changeSettings, convertAngle, getLightCurve, getSettings, importSightings, logIn, sendPlate, watchSightings } from "./house.ts";
import { knownSession } from "./session.ts";
import { addStar, forgetStar, getStar, listStars, replaceStar } from "./stars.ts";

const routes: readonly Route<Call>[] = [
  { path: /^\/session$/, methods: { POST: { handle: logIn } } },
  { path: /^\/stars$/, methods: { GET: { handle: listStars }, POST: { handle: addStar, isAllowed } } },
  { path: /^\/stars\/([^/]+)$/, methods: { GET: { handle: getStar }, PUT: { handle: replaceStar, isAllowed }, DELETE: { handle: forgetStar, isAllowed } } },
  { path: /^\/light-curve$/, methods: { GET: { handle: getLightCurve } } },
  { path: /^\/plates$/, methods: { POST: { handle: sendPlate, isAllowed } } },
  { path: /^\/sightings$/, methods: { GET: { handle: watchSightings }, POST: { handle: importSightings, isAllowed } } },
  { path: /^\/settings$/, methods: { GET: { handle: getSettings }, PUT: { handle: changeSettings, isAllowed } } },
  { path: /^\/angles$/, methods: { GET: { handle: convertAngle } } },
];

/** The observatory's answer to a request. */
export function answerRequest(asked: Asked, { rules, catalogue }: { readonly rules: Rules; readonly catalogue: Catalogue }): Promise<Answer> {
  return answerByRoute(asked, { routes, rules, refusal: {}, callOf: (call) => ({ ...call, catalogue }) });
}

function isAllowed({ headers }: Asked): boolean {
  return (headers.get("cookie") ?? "").split(/; */).includes(`sid=${knownSession}`);
}
