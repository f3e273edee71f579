import type { Json } from "../json.ts";
import type { Sampler } from "../model/sample/sampler.ts";
import { knownHeaders } from "./known-headers.ts";
import type { MockedResponse } from "./mocked-api.ts";

/** The headers of a response as the document has them: examples, else what a standard has, else values that are made. One that no server may set has none. */
export function headerValues({ headers }: MockedResponse, sample: Sampler, seed: number | undefined): { [name: string]: Json } {
  const values = headers.flatMap(({ header, contract }): [string, Json][] => {
    const name = header.name.toLowerCase();
    if (connectionHeaders.has(name) || !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return [];
    const given = header.examples.flatMap(({ value }) => (value === undefined ? [] : [value.value]));
    const schema = header.schema ?? header.content?.schema;
    const fitting = [...given, ...(schema?.doc?.examples ?? [])].find((value) => isSendable(value) && contract.check?.is(value) !== false);
    const known = schema?.default === undefined && schema?.enum === undefined ? knownHeaders.get(name) : undefined;
    const usual = known === undefined ? undefined : [known, [known]].find((value) => contract.check?.is(value) !== false);
    const made = fitting ?? usual ?? (schema === undefined ? "value" : sample(schema, { name: header.name, fill: "required", ...(seed !== undefined && { seed }) }));
    return made !== undefined && made !== null && isSendable(made) ? [[name, made]] : [];
  });
  return Object.fromEntries(values);
}

/** RFC 9110 §5.5. */
function isSendable(value: Json): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(typeof value === "string" ? value : JSON.stringify(value));
}

/** What frames or codes a message is true of the message only, whatever a document gives as an example. */
const connectionHeaders = new Set(["connection", "content-encoding", "content-length", "keep-alive", "proxy-connection", "trailer", "transfer-encoding", "upgrade", "date"]);
