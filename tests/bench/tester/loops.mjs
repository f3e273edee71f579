// Sends one request so often, over so many connections, and does nothing with the answers: `node loops.mjs KIND PORT COUNT CONNECTIONS REQUEST`. Prints
// `{ requests, milliseconds, cpuMilliseconds }` of what followed a warm-up. `sockets` is what load generators do: bytes made once, and an
// answer looked at only for where it ends.
import { Agent, request as send } from "node:http";
import { connect } from "node:net";

const [kind, port, count, connections, text] = process.argv.slice(2);
const { method, target, headers, body } = JSON.parse(text);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const kinds = { sockets: viaSocket, "http.request": () => viaHttp, fetch: () => viaFetch };

await loop(Math.ceil(Number(count) / 4));
const before = process.cpuUsage();
const began = performance.now();
await loop(Number(count));
const milliseconds = performance.now() - began;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ requests: Number(count), milliseconds, cpuMilliseconds: (user + system) / 1000 }));
process.exit();

async function loop(requests) {
  let left = requests;
  const work = async () => {
    const exchange = await kinds[kind]();
    while (left-- > 0) await exchange();
  };
  await Promise.all(Array.from({ length: Number(connections) }, work));
}

function viaHttp() {
  return new Promise((resolve, reject) => {
    const request = send({ agent, port, host: "127.0.0.1", method, path: target, headers: { ...headers, ...(body && { "content-length": Buffer.byteLength(body) }) } }, (response) => response.resume().on("end", resolve));
    request.on("error", reject).end(body);
  });
}

async function viaFetch() {
  const response = await fetch(`http://127.0.0.1:${port}${target}`, { method, headers, body });
  await response.arrayBuffer();
}

async function viaSocket() {
  const lines = Object.entries({ host: "127.0.0.1", ...headers, "content-length": String(Buffer.byteLength(body ?? "")) }).map(([name, value]) => `${name}: ${value}\r\n`);
  const bytes = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n${body ?? ""}`);
  const socket = connect({ port: Number(port), host: "127.0.0.1", noDelay: true });
  let answered = () => {};
  let came = "";
  socket.setEncoding("latin1").on("data", (data) => {
    came += data;
    const head = came.indexOf("\r\n\r\n");
    const length = head < 0 ? undefined : head + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(came)?.[1]);
    if (length === undefined || came.length < length) return;
    came = "";
    answered();
  });
  return () => new Promise((resolve) => {
    answered = resolve;
    socket.write(bytes);
  });
}
