// Sends requests: told `{ port, request, status, count }` by its parent, it sends that many of them over 32 connections, each when the
// answer to the one before is there, and tells `{ seconds, others }`: how long it took, and how many were answered with another status, or not at all.
import { connect } from "node:net";

/** Connections by port: they are kept from turn to turn. */
const pools = new Map();

process.on("message", async ({ port, request, status, count }) => {
  if (!pools.has(port)) pools.set(port, await Promise.all(Array.from({ length: 32 }, () => open(port))));
  const turn = { request: Buffer.from(request), start: `HTTP/1.1 ${status} `, left: count, others: 0 };
  const began = performance.now();
  await Promise.all(pools.get(port).map((connection) => takePart(connection, turn)));
  process.send({ seconds: (performance.now() - began) / 1000, others: turn.others });
});

function open(port) {
  return new Promise((resolve, reject) => {
    const connection = { socket: connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(connection)), text: "", answered: () => {} };
    connection.socket.setEncoding("latin1").on("error", reject).on("data", (text) => {
      connection.text += text;
      const length = lengthOf(connection.text);
      if (length === undefined || connection.text.length < length) return;
      const answer = connection.text;
      connection.text = "";
      connection.answered(answer);
    });
    connection.socket.on("close", () => {
      pools.delete(port);
      connection.answered(undefined);
    });
  });
}

/** How long the answer is that begins here, as soon as that can be said. */
function lengthOf(text) {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(text) ?? [];
  if (length !== undefined) return head + 4 + Number(length);
  const end = text.indexOf("\r\n0\r\n\r\n", head);
  return end < 0 ? undefined : end + 7;
}

/** Sends over one connection as long as there are requests left to send. */
function takePart(connection, turn) {
  return new Promise((resolve) => {
    const next = () => {
      if (turn.left === 0) return resolve();
      turn.left -= 1;
      connection.socket.write(turn.request);
    };
    connection.answered = (answer) => {
      if (!answer?.startsWith(turn.start)) turn.others += 1;
      if (answer === undefined) resolve();
      else next();
    };
    next();
  });
}
