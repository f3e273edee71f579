import { inspect, isDeepStrictEqual } from "node:util";
import { schemaChecker } from "../../../generator/contract/schema-checker.ts";
import { parseJson } from "../../../generator/json.ts";
import type { Api, Operation } from "../../../generator/model/api.ts";
import { schemaById } from "../../../generator/model/lookup.ts";
import { nameOperations } from "../../../generator/model/operation-names.ts";
import type { Fetch } from "../../../generator/runtime/draft.ts";
import { answerJudge } from "../../unit/mock/judge-answer.ts";
import { argumentsFor } from "./arguments-for.ts";
import { asData } from "./as-data.ts";
import { broken } from "./broken.ts";
import { codeOf } from "./code-of.ts";
import { differences } from "./differences.ts";
import type { GeneratedCode, Result } from "./generated-code.ts";
import { leadsToDiscriminator } from "./leads-to-discriminator.ts";
import { replayer } from "./replayer.ts";

/** `broken`: how many broken answers were tried, of which ajv refused `refused`. */
export type Agreement = { disagreements: string[]; statuses: number; broken: number; refused: number };

type Arguments = { readonly [argument: string]: unknown };

/** Asks for every documented status of every operation, in every way, and says where two of them see it differently. */
export async function agreementOf(api: Api, code: GeneratedCode, mockUrl: string): Promise<Agreement> {
  const names = nameOperations(api.operations);
  const make = argumentsFor(api);
  const judge = answerJudge(api);
  const schemas = schemaById(api);
  const check = schemaChecker(api);
  const auth = credentialsOf(api);
  const server = replayer(api, code);
  const found: Agreement = { disagreements: [], statuses: 0, broken: 0, refused: 0 };

  for (const operation of api.operations) {
    const name = names.get(operation);
    const callable = name === undefined ? undefined : code.operations[name.constant];
    if (callable === undefined) throw new Error(`no operation ${operation.path}`);
    for (const [index, args] of [...make(operation), ...make(operation, 5)].entries()) {
      for (const status of operation.responses.map(codeOf)) {
        const tell = (words: string): void => void found.disagreements.push(`${operation.method} ${operation.path} ${status} (${index}): ${words}`);
        found.statuses++;
        let answer: Response | undefined;
        const askMock: Fetch = async (url, request) => {
          answer = await fetch(url, { ...request, headers: { ...request.headers, prefer: `code=${status}` }, redirect: "manual" });
          return answer.clone();
        };
        try {
          const result = await code.send({ baseUrl: mockUrl, auth, fetch: askMock, validate: code.validateResponse }, callable, args);
          const body = await asData(result.body);
          if (result.status !== status) tell(`the mock answers ${result.status}: ${inspect(body)}`);
          if (answer !== undefined) for (const fault of await judge(operation, answer.clone())) tell(`ajv refuses what the mock answers and the validators take: ${fault}`);
          await replay({ operation, args, result, body, tell });
          if (answer !== undefined) await breakAnswer({ operation, route: callable.route, answer, result, args, tell });
        } catch (error) {
          tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
        }
      }
    }
  }
  return found;

  type Call = { operation: Operation; args: Arguments; result: Result; tell: (words: string) => void };

  /** The generated server, given the mock's answer to send, understands the same request, and the client gets the same. */
  async function replay({ operation, args, result, body, tell }: Call & { body: unknown }): Promise<void> {
    const name = names.get(operation);
    const callable = code.operations[name?.constant ?? ""];
    if (callable === undefined) return;
    const { fetch: askServer, received } = server.answering(operation, result, body);
    const second = await code.send({ baseUrl: "http://localhost", auth, fetch: askServer, validate: code.validateResponse }, callable, args);
    const again = await asData(second.body);
    if (second.status !== result.status) return tell(`the server answers ${second.status}: ${inspect(again)}`);
    if (!isDeepStrictEqual(again, body)) tell(`the client gets ${inspect(again)} of the server, and ${inspect(body)} of the mock`);
    const seen = received();
    if (seen !== undefined) for (const words of await differences(operation, args, seen)) tell(words);
  }

  /** What breaks the document is refused by validators and server where ajv refuses it, and by nobody else. */
  async function breakAnswer({ operation, route, answer, result, args, tell }: Call & { route: string; answer: Response }): Promise<void> {
    const schema = operation.responses.find((response) => codeOf(response) === result.status)?.content.find(({ name }) => name === answer.headers.get("content-type"))?.schema;
    const value = parseJson(await answer.clone().text());
    if (schema === undefined || value === undefined || !/json$/.test(answer.headers.get("content-type") ?? "")) return;
    const hasDiscriminator = leadsToDiscriminator(schema, schemas);
    for (const other of broken(value)) {
      const byAjv = check(other, schema, "response").length === 0;
      const byValidators = await code.validateResponse(route, result.status, other).then(() => true, () => false);
      const { fetch: askServer } = server.answering(operation, result, other);
      const callable = code.operations[names.get(operation)?.constant ?? ""];
      const sent = callable && (await code.send({ baseUrl: "http://localhost", auth, fetch: askServer }, callable, args));
      const byServer = sent?.headers["specwright-problem"] === undefined && sent?.status === result.status && isDeepStrictEqual(await asData(sent.body), other);
      // A discriminator says more than JSON Schema, and to ajv it says nothing (OAS "Discriminator Object").
      const mayBeStricter = byAjv && hasDiscriminator;
      if ((byAjv !== byValidators && !mayBeStricter) || byValidators !== byServer) tell(`${JSON.stringify(other)}: ajv ${byAjv}, validators ${byValidators}, server ${byServer}`);
      found.broken++;
      if (!byAjv) found.refused++;
    }
  }
}

/** Credentials for each scheme. */
function credentialsOf({ components }: Api): { [scheme: string]: string | { username: string; password: string } } {
  return Object.fromEntries(components.securitySchemes.map((scheme) => [scheme.name, scheme.kind === "http" && /^basic$/i.test(scheme.scheme) ? { username: "somebody", password: "secret" } : "secret"]));
}
