/**
 * `npm start` ends with this: the first thing that a consumer does. It asks the server whose address is given, the mock, by the generated
 * client, and shows what went over the wire.
 */
import { createClient, type Middleware, using } from "../generated/client.ts";

const [baseUrl] = process.argv.slice(2);
if (baseUrl === undefined) throw new Error("Whom to ask? node --import tsx spec/first-call.ts http://localhost:4010");

const show: Middleware = async (url, request, next) => {
  console.log(`\n${request.method} ${url}`);
  for (const [name, value] of Object.entries(request.headers)) console.log(`  ${name}: ${value}`);
  const response = await next(url, request);
  console.log(`\n${response.status} ${response.statusText}`);
  for (const [name, value] of response.headers) console.log(`  ${name}: ${value}`);
  return response;
};

const client = createClient({ baseUrl, auth: { apiKeyAuth: "VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw==" }, fetch: using(show) });
const cleared = await client.security.clearApiKeyCache({ ids: ["yVGMr3QByxdh1MSaicYx", "YoiMaqREw0YVpjn40iMg"] });
console.log(`\n${JSON.stringify(cleared, null, 2)}`);
