import { argumentsOf } from "../emit/call/arguments.ts";
import type { Api, Operation } from "../model/api.ts";
import { schemaById } from "../model/lookup.ts";
import { mediaKindOf } from "../model/media-kind.ts";
import { nameOperations, type OperationName } from "../model/operation-names.ts";
import type { Schema, SchemaId } from "../model/schema.ts";
import { givenSamples } from "./given-samples.ts";
import { type Language, languageOf } from "./language-of.ts";
import { consoleRequest } from "./languages/console.ts";
import { curl } from "./languages/curl.ts";
import { type ClientCall, javascript } from "./languages/javascript.ts";
import { php } from "./languages/php.ts";
import { python } from "./languages/python.ts";
import { ruby } from "./languages/ruby.ts";
import { parameterValue } from "./parameter-value.ts";
import { planRequest } from "./plan-request.ts";
import type { Sample } from "./sample.ts";
import { sampleCredentials } from "./sample-credentials.ts";
import type { SampleRequest } from "./sample-request.ts";

/**
 * Tells the samples of an operation: those that the document gives, in its order, and one for each language that it does not give. A
 * request that a language cannot say has none in it.
 */
export function samplesOf(api: Api): (operation: Operation) => Sample[] {
  const schemas = schemaById(api);
  const names = nameOperations(api.operations);
  const hasConsole = isElasticsearch(api);
  return (operation) => {
    const given = givenSamples(operation).map(({ lang, label, source }): Sample => ({ lang, label, source }));
    const known = new Set(given.map(({ lang }) => languageOf(lang)));
    const request = planRequest(operation, api, schemas);
    const name = names.get(operation);
    const write = (language: Language, lang: string, source: () => string | undefined): Sample[] => {
      const text = known.has(language) ? undefined : source();
      return text === undefined ? [] : [{ lang, label: lang, source: text }];
    };
    return [
      ...given,
      ...(hasConsole ? write("console", "Console", () => consoleRequest(request)) : []),
      ...write("curl", "curl", () => curl(request)),
      ...write("javascript", "JavaScript", () => name && javascript(clientCall(operation, { api, schemas, name, request }))),
      ...write("python", "Python", () => python(request)),
      ...write("ruby", "Ruby", () => ruby(request)),
      ...write("php", "PHP", () => php(request)),
    ];
  };
}

/**
 * Whether requests can be sent from the console of Kibana: the document itself has samples for it, or its title says that the API is
 * Elasticsearch's or one of its kin.
 */
function isElasticsearch({ info, operations }: Api): boolean {
  return /\b(elasticsearch|opensearch)\b/i.test(info.title) || operations.some((operation) => givenSamples(operation).some(({ lang }) => languageOf(lang) === "console"));
}

type Known = { api: Api; schemas: ReadonlyMap<SchemaId, Schema>; name: OperationName; request: SampleRequest };

function clientCall(operation: Operation, { api, schemas, name, request: { body, url } }: Known): ClientCall {
  const sent = argumentsOf(operation).filter(({ parameter }) => parameter.required || parameter.in === "path");
  const content = operation.requestBody?.content ?? [];
  const chosen = content.find((one) => mediaKindOf(one) === "json") ?? content[0];
  return {
    name,
    arguments: sent.map((argument) => ({ argument, value: parameterValue(argument.parameter, schemas) })),
    credentials: sampleCredentials(operation, api),
    url,
    ...(body !== undefined && { body }),
    ...(body !== undefined && chosen?.name.includes("*") === true && { contentType: body.mediaType }),
  };
}
