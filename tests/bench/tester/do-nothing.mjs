// A server that looks at nothing: told `{ answer: { status, body }, fault: { method, pattern, status } }` by its parent, it answers every request
// so, in the one JSON type that is asked for, and those of the fault with another status. It tells its port, and when the first request came, in milliseconds since 1970.
import { createServer } from "node:http";

let told = { answer: { status: 204, body: "" } };
let isFirst = true;

const server = createServer((request, response) => {
  if (isFirst) process.send({ first: performance.timeOrigin + performance.now() });
  isFirst = false;
  const { answer, fault } = told;
  const isFault = fault !== undefined && request.method === fault.method && fault.pattern.test(request.url);
  const { accept = "" } = request.headers;
  const type = /^[^,]*json[^,]*$/.test(accept) ? accept : "application/json";
  // The first contract asks for this header; to the others it is nothing.
  const headers = { "content-type": type, "content-length": Buffer.byteLength(answer.body), "x-elastic-product": "Elasticsearch" };
  request.resume();
  request.on("end", () => response.writeHead(isFault ? fault.status : answer.status, headers).end(request.method === "HEAD" ? undefined : answer.body));
});

process.on("message", ({ answer, fault }) => {
  told = { answer, fault: fault && { ...fault, pattern: new RegExp(fault.pattern) } };
  isFirst = true;
  process.send({ ready: true });
});

server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
