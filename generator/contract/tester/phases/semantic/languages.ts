import { headersNamed } from "../../checks/headers-named.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { partsOf, schemasOf } from "../stateful/schema-members.ts";
import { placesOf, withValue } from "../../values/places.ts";
import { checkVary } from "../accept-each.ts";
import { type Answer, ask, isSuccess } from "../ask.ts";
import { readSomething, written } from "../resource.ts";
import { suspicion } from "./suspicion.ts";

/** Asks for each language that the document lists for `Accept-Language`: it comes, where the document lists it for `Content-Language` too (RFC 9110 §12.5.4). */
export async function checkLanguages(run: Run, tested: TestedOperation): Promise<void> {
  const { operation } = tested;
  const place = placesOf(tested).find(({ in: location, name }) => location === "header" && /^accept-language$/i.test(name));
  const described = operation.responses.flatMap(({ status, headers }) => (/^2/.test(status) ? headers : [])).find(({ name }) => /^content-language$/i.test(name));
  const languages = place === undefined ? [] : partsOf(schemasOf(run.api), place.schema).flatMap((schema) => schema.enum ?? []).filter((value) => typeof value === "string");
  const read = place === undefined || described === undefined || languages.length < 2 ? undefined : await readSomething(run, tested, "semantic");
  if (place === undefined || described === undefined || read === undefined) return;
  const answers: Answer[] = [];
  const listed = partsOf(schemasOf(run.api), described.schema).flatMap((schema) => schema.enum ?? []);
  for (const language of languages) {
    const made = written(tested, withValue(read.values, place, language));
    const answer = made && (await ask(run, { phase: "semantic", operation, title: `${place.name}: ${language}`, ...made, expectation: { kind: "any" } }));
    const [given] = answer === undefined || !isSuccess(answer) ? [] : headersNamed(answer.response?.headers ?? [], "content-language");
    // What the document does not list for the answer is found as such.
    if (answer === undefined || given === undefined || (listed.length > 0 && !listed.includes(given))) continue;
    answers.push(answer);
    if (given.toLowerCase().split(/[-,]/)[0] === language.toLowerCase().split(/[-,]/)[0]) continue;
    return suspicion(run, tested, answer, { code: "broken-echo", key: "language", at: described.at, message: `${place.name} asks for ${language}, and ${given} comes`, because: "The document lists this language for the request and for the answer (RFC 9110 §12.5.4)" });
  }
  checkVary(run, tested, { answers, asked: "Accept-Language", given: "content-language" });
}
