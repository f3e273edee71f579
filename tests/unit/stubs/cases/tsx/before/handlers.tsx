import type { Handlers } from "./generated/server.js";

const page = <ul className="{}">{[1, 2].map((n) => <li key={n}>{"}"}</li>)}</ul>;

export const handlers = {
  ping: (request, reply) => reply[204](),
  users: { get: (request, reply) => reply[200](<>{page}</>) },
} satisfies Handlers;
