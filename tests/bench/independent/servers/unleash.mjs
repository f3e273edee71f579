// Unleash's proxy, as it is published, before an Unleash that is played here: two features, and everything that is reported is taken.
import { createServer } from "node:http";
import { createRequire } from "node:module";

const { createApp } = createRequire(import.meta.url)("@unleash/proxy");
const feature = { type: "release", enabled: true, stale: false, impressionData: false, project: "default", strategies: [{ name: "default", parameters: {}, constraints: [] }] };
const variants = [{ name: "blue", weight: 1000, weightType: "fix", stickiness: "default", payload: { type: "string", value: "b" } }];
const features = [{ ...feature, name: "dark-mode", variants: [] }, { ...feature, name: "checkout", variants }];

const unleash = createServer((request, response) => {
  request.resume();
  response.setHeader("content-type", "application/json");
  if (!request.url.startsWith("/api/client/features")) return response.writeHead(202).end();
  return response.end(JSON.stringify({ version: 2, features }));
}).listen(0, "127.0.0.1", () => {
  const app = createApp({
    unleashUrl: `http://127.0.0.1:${unleash.address().port}/api`, unleashApiToken: "upstream", clientKeys: ["sesame"], expServerSideSdkConfig: { tokens: ["sesame"] },
    enableOAS: true, enableAllEndpoint: true, refreshInterval: 3_600_000, metricsInterval: 3_600_000, logLevel: "error",
  });
  const server = app.listen(Number(process.env.PORT ?? 0), "127.0.0.1", async () => {
    const url = `http://127.0.0.1:${server.address().port}`;
    while (!(await fetch(`${url}/proxy/health`)).ok) await new Promise((resolve) => setTimeout(resolve, 50));
    console.log(url);
  });
});
