import { ApiError, createClient, retry, timeout, using } from "../../generated/client.ts";
import { binaryBody } from "../../generator/runtime/body.ts";
import { events } from "../../generator/runtime/events.ts";
import { operation } from "../../generator/runtime/operation.ts";
import { apiKey, security } from "../../generator/runtime/security.ts";
import { send } from "../../generator/runtime/send.ts";

/** What the page found out, by name; a mistake is its text. */
export type Findings = Record<string, unknown>;

// The page is told where the API is: another origin than its own.
const baseUrl = new URLSearchParams(location.search).get("api") ?? "";

const steps: Record<string, () => unknown> = {
  async success() {
    const client = createClient({ baseUrl, auth: { apiKeyAuth: "dGVzdA==" } });
    return client.security.clearApiKeyCache({ ids: ["yVGMr3QByxdh1MSaicYx", "é/1"] });
  },
  async failure() {
    const client = createClient({ baseUrl });
    const error: unknown = await client.security.clearApiKeyCache({ ids: "refused" }).catch((reason: unknown) => reason);
    return error instanceof ApiError && [error.status, error.body, error.headers["content-type"]];
  },
  async middleware() {
    return send({ baseUrl, fetch: using(retry({ delay: 1 }), timeout(5000)) }, operation<object, { status: number }>("GET /flaky"), {}).then(({ status }) => status);
  },
  async stream() {
    const found: string[] = [];
    const { body } = await send({ baseUrl }, operation<object, { body: AsyncIterable<{ data: string }> }>("GET /events", events()), {});
    for await (const { data } of body) {
      found.push(data);
      if (found.length === 2) break;
    }
    return found;
  },
  async bytes() {
    const upload = operation<{ body: Blob }, { body: unknown }>("POST /echo", binaryBody("application/octet-stream"));
    const { body } = await send({ baseUrl }, upload, { body: new Blob([new Uint8Array([0, 255])]) });
    return body instanceof Blob && [...new Uint8Array(await body.arrayBuffer())];
  },
  async redirect() {
    const secret = operation<object, unknown>("GET /redirect", security([apiKey("key", "header", "X-Key")]));
    return send({ baseUrl, auth: { key: "s3cret" } }, secret, {}).catch(String);
  },
  async abort() {
    const call = send({ baseUrl }, operation<object, unknown>("GET /never"), {}, { signal: AbortSignal.timeout(50) });
    return call.catch((error: Error) => error.name);
  },
};

const findings: Findings = {};
for (const [name, step] of Object.entries(steps)) findings[name] = await Promise.resolve(step()).catch(String);
await fetch("/findings", { method: "POST", body: JSON.stringify(findings) });
