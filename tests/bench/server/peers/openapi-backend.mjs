// openapi-backend on node:http: ajv for requests, and for answers because we ask it to.
import { createServer } from "node:http";
import formats from "ajv-formats";
import { OpenAPIBackend } from "openapi-backend";
import { clearCache, knownKey, placeOrder } from "./answers.mjs";
import { documents } from "./documents.mjs";

export async function start(route) {
  const api = new OpenAPIBackend({ definition: { ...documents[route], openapi: "3.1.0" }, quick: true, ajvOpts: { coerceTypes: true, formats: { int32: true, int64: true } }, customizeAjv: (ajv) => formats.default(ajv) });
  api.register({
    "security-clear-api-key-cache": ({ request }) => ({ status: 200, headers: { "x-elastic-product": "Elasticsearch" }, body: clearCache([request.params.ids].flat()) }),
    "orders-place": ({ request }) => {
      const placed = placeOrder(request.requestBody, request.params.shop, request.query.dry_run === "true");
      return { status: 201, headers: { location: `/shops/${request.params.shop}/orders/${placed.id}` }, body: placed };
    },
    validationFail: ({ validation }) => ({ status: 400, headers: {}, body: { title: "invalid", errors: validation.errors } }),
    unauthorizedHandler: () => ({ status: 401, headers: {}, body: { title: "no credentials" } }),
    notFound: () => ({ status: 404, headers: {}, body: { title: "not found" } }),
    postResponseHandler: (context) => {
      const { response, operation } = context;
      if (response.status < 300 && !context.api.validateResponse(response.body, operation, response.status).valid) throw new Error("the answer is not what the document says");
      return response;
    },
  });
  await api.init();
  if (route === "A") api.registerSecurityHandler("apiKeyAuth", ({ request }) => request.headers.authorization === `ApiKey ${knownKey}`);
  return createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const [path, query = ""] = request.url.split("?");
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
    const answer = await api.handleRequest({ method: request.method, path, query, headers: request.headers, body }).catch((error) => ({ status: 500, headers: {}, body: { title: error.message } }));
    const text = JSON.stringify(answer.body);
    response.writeHead(answer.status, { "content-type": "application/json", "content-length": Buffer.byteLength(text), ...answer.headers }).end(text);
  }).listen(0, "127.0.0.1");
}

