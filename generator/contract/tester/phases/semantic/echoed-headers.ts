import { documentedResponse } from "../../../../model/documented-response.ts";
import { headersNamed } from "../../checks/headers-named.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { placesOf, withValue } from "../../values/places.ts";
import { ask, isSuccess } from "../ask.ts";
import { requestFor, written } from "../resource.ts";
import { writeBody } from "../stateful/write-body.ts";
import { readSomething } from "../resource.ts";
import { suspicion } from "./suspicion.ts";

/** A header that names a request, such as `X-Request-Id`, comes back where the document has it among the headers of the answer. */
export async function checkEchoedHeaders(run: Run, tested: TestedOperation): Promise<void> {
  const { operation } = tested;
  const places = placesOf(tested).filter(({ in: location, name }) => location === "header" && /(request|correlation|opaque|trace|client).*id$/i.test(name));
  for (const place of places) {
    const described = operation.responses.flatMap(({ status, headers }) => (/^(2|default)/i.test(status) ? headers : [])).find(({ name }) => name.toLowerCase() === place.name.toLowerCase());
    const done = described && (await successOf(run, tested));
    const sent = done && names.find((each) => written(tested, withValue(done, place, each)) !== undefined);
    const made = done && sent !== undefined ? written(tested, withValue(done, place, sent)) : undefined;
    if (described === undefined || made === undefined || sent === undefined) continue;
    const answer = operation.requestBody === undefined || ["GET", "HEAD"].includes(tested.contract.method)
      ? await ask(run, { phase: "semantic", operation, title: `${place.name}: ${sent}`, ...made, expectation: { kind: "any" } })
      : (await writeBody(run, tested, { title: `${place.name}: ${sent}`, phase: "semantic", change: (values) => withValue(values, place, sent) }))?.answer;
    if (answer === undefined || !isSuccess(answer) || documentedResponse(operation.responses, answer.response?.status ?? 0)?.headers.includes(described) !== true) continue;
    const [given] = headersNamed(answer.response?.headers ?? [], place.name);
    if (given === sent) continue;
    const message = given === undefined ? `The header ${place.name} of a request does not come back` : `The header ${place.name} comes back as ${JSON.stringify(given)}, and not as it was sent`;
    suspicion(run, tested, answer, { code: "broken-echo", key: `header ${place.name.toLowerCase()}`, at: described.at, message, because: "The document has the same header in the request and in the answer, and its name says that it names the request" });
  }
}

/** A name, a UUID, a trace (W3C Trace Context §3.2.2.3), and a number, for those that take nothing else. */
const names = ["specwright-1", "5eec3a1e-7e57-4a11-8b0c-0123456789ab", "5eec3a1e7e574a118b0c0123456789ab", "4711"];

async function successOf(run: Run, tested: TestedOperation) {
  if (tested.contract.method !== "GET") return requestFor(run, tested)?.values;
  return (await readSomething(run, tested, "semantic"))?.values;
}
