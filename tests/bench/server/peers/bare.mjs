// What node:http itself takes: every request gets the same answer, and nothing of it is looked at but its end.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { clearCache, placeOrder } from "./answers.mjs";

export function start(route) {
  const answer = answers[route]();
  return createServer((request, response) => {
    request.on("end", () => response.writeHead(answer.status, { "content-type": "application/json", "content-length": Buffer.byteLength(answer.body) }).end(answer.body)).resume();
  }).listen(0, "127.0.0.1");
}

const answers = {
  A: () => ({ status: 200, body: JSON.stringify(clearCache(["a"])) }),
  B: () => ({ status: 201, body: JSON.stringify(placeOrder(JSON.parse(readFileSync(new URL("./order.json", import.meta.url), "utf8")), "winterthur", false)) }),
};
