import { fetchHandler } from "../../../generated/server.ts";
import { createExample } from "../../../spec/example/example-server.ts";
import { createCluster, type Cluster } from "../../../spec/example/cluster.ts";
import { sampleDirectory } from "../../../spec/example/sample-data.ts";
import { encodeApiKey } from "../../../spec/example/users.ts";
import { assertDocumented, parseAnswer, type Answer } from "./contract.ts";

/** What is sent: to `target`, with `POST` and the credentials of `elastic` unless it says otherwise. */
export type Question = { readonly target?: string; readonly method?: string; readonly headers?: { readonly [name: string]: string }; readonly body?: string };

/** The path of the operation for ids as they are in a URL. */
export function pathOf(ids: string): string {
  return `/_security/api_key/${ids}/_clear_cache`;
}

export const credentials = {
  elastic: `ApiKey ${encodeApiKey(sampleDirectory.apiKeys[0])}`,
  bobsKey: `ApiKey ${encodeApiKey(sampleDirectory.apiKeys[1])}`,
  basic: (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
};

/** Asks the example within this process. Every answer is held against the contract, unless it is not one of the contract's. */
export async function ask(question: Question, cluster: Cluster = createCluster(["n1"]), { documented = true } = {}): Promise<Answer> {
  const { target = pathOf("yVGMr3QByxdh1MSaicYx"), method = "POST", headers = { authorization: credentials.elastic }, body } = question;
  const handle = fetchHandler(createExample(cluster, sampleDirectory));
  const response = await handle(new Request(`http://localhost${target}`, { method, headers, ...(body !== undefined && { body }) }));
  const answer = parseAnswer(response.status, response.headers, await response.text());
  if (documented) assertDocumented(answer);
  return answer;
}
