import {
  createRouter, fetchHandler, nodeListener, type AnimalsCreateInput, type AnimalsCreateReply, type AnimalsHandlers, type AnimalsListAnswer, type AnimalsListInput,
  type AnimalsListReply, type Context, type Handlers,
} from "./server.js";
import type { Animal } from "./types.js";

/** `true` only where both are exactly the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(proof: Same<A, B>): void;

type Keeper = { name: string };
type Visitor = { ticket: number };
type App = { key: Keeper; user: Visitor };

// Handlers are typed by where they stand.
const handlers = {
  animals: {
    list(request, reply, context) {
      same<typeof request.query.limit, number>(true);
      same<typeof request.query.ids, string[] | undefined>(true);
      same<typeof request.query.kind, "cat" | "dog" | undefined>(true);
      same<(typeof request.headers)["x-trace"], string>(true);
      same<typeof request.cookies.session, string | undefined>(true);
      same<typeof request.body, undefined>(true);
      // Any one of the document's alternatives, of which one is nobody.
      same<typeof context.principal, Keeper | Visitor | undefined>(true);
      // @ts-expect-error: the document has no such parameter.
      void request.query.colour;
      if (request.query.limit > 100) return reply["4XX"](422, { reason: "too many" });
      if (request.query.limit > 50) return reply.default(503, { reason: "busy" });
      // @ts-expect-error: 503 is no status of that range.
      reply["4XX"](503, { reason: "busy" });
      // @ts-expect-error: the document has no such status.
      reply[418];
      // @ts-expect-error: a field of a wrong type.
      reply[200]([{ name: 1 }], { "x-total": 1 });
      // @ts-expect-error: a field that the document does not have.
      reply[200]([{ name: "Tom", wings: 2 }], { "x-total": 1 });
      // @ts-expect-error: a header that must be there.
      reply[200]([{ name: "Tom" }]);
      // @ts-expect-error: a header of a wrong type.
      reply[200]([{ name: "Tom" }], { "x-total": "one" });
      return reply[200]([{ name: "Tom" }], { "x-total": 1 });
    },
    async create({ body }, reply, { principal }) {
      // Both schemes at once: each has its own principal.
      same<typeof principal, { readonly key: Keeper; readonly user: Visitor }>(true);
      same<typeof body.name, string>(true);
      // @ts-expect-error: nobody sends what only the server knows.
      void body.id;
      if (body.legs === 0) return reply[204]();
      // @ts-expect-error: a 204 has no body.
      reply[204]({ name: "Tom" });
      if (body.legs === 1) return reply[201]("name\nTom", { "content-type": "text/csv" });
      // @ts-expect-error: another media type than the document has.
      reply[201]("name\nTom", { "content-type": "text/html" });
      // @ts-expect-error: a text is no JSON of an animal.
      reply[201]("name\nTom", { "content-type": "application/json" });
      // @ts-expect-error: bodies that differ by media type say which it is.
      reply[201]({ name: "Tom" });
      return reply[201]({ id: 1, ...body }, { "content-type": "application/json" });
    },
  },
  async listen(_request, reply, { principal }) {
    same<typeof principal, undefined>(true);
    return reply[200](animals());
  },
  photo(_request, reply) {
    return reply[200](new Uint8Array(8));
  },
} satisfies Handlers<App>;

async function* animals(): AsyncGenerator<Animal> {
  yield { name: "Tom" };
}

// What a handler answers is its own operation's.
const others: Handlers<App> = {
  ...handlers,
  // @ts-expect-error: a list of animals is no photo.
  photo(_request: unknown, _reply: unknown): AnimalsListAnswer {
    return { status: 200, body: [], headers: { "x-total": 0 } };
  },
};

// A reply may be written out.
const written: Pick<AnimalsHandlers, "create"> = { create: () => ({ status: 201, body: { name: "Tom" } }) };
// @ts-expect-error: with a status that the document has.
const wrong: Pick<AnimalsHandlers, "create"> = { create: () => ({ status: 200, body: { name: "Tom" } }) };

class Animals implements AnimalsHandlers<App> {
  list(request: AnimalsListInput, reply: AnimalsListReply, context: Context<Keeper | Visitor | undefined>): AnimalsListAnswer {
    return reply[200](context.principal ? [{ name: request.headers["x-trace"] }] : [], { "x-total": 1 });
  }

  create({ body }: AnimalsCreateInput, reply: AnimalsCreateReply) {
    return reply[201](body, { "content-type": "application/json" });
  }
}

// @ts-expect-error: an operation is missing.
class Few implements AnimalsHandlers<App> {
  create({ body }: AnimalsCreateInput, reply: AnimalsCreateReply) {
    return reply[201](body, { "content-type": "application/json" });
  }
}

// @ts-expect-error: no operation is called so.
const misspelled = { animals: { ...handlers.animals, lits() {} }, listen: handlers.listen, photo: handlers.photo } satisfies Handlers<App>;

const security = {
  key: (credential: string): Keeper | undefined => (credential === "k" ? { name: "Ann" } : undefined),
  user: ({ username }: { username: string }): Visitor => ({ ticket: username.length }),
};
const router = createRouter<App>(handlers, { security, error: ({ title }) => ({ status: 400, body: { reason: title } }) });
nodeListener(router);
const answer: Promise<Response> = fetchHandler(router)(new Request("http://localhost/animals"));
createRouter<App>({ animals: new Animals() }, { security, responses: "report" });
// A router of what there is so far.
createRouter<App>({ animals: { create: handlers.animals.create } }, { security });

// @ts-expect-error: a scheme has no function.
createRouter<App>(handlers, { security: { key: security.key } });
// @ts-expect-error: there is no telling who asks.
createRouter<App>(handlers);
// @ts-expect-error: a function gives somebody else.
createRouter<App>(handlers, { security: { ...security, user: (): Keeper => ({ name: "Ann" }) } });
// @ts-expect-error: a user has a name and a password, and is no text.
createRouter<App>(handlers, { security: { ...security, user: (credential: string): Visitor => ({ ticket: credential.length }) } });
// @ts-expect-error: failures have a reason.
createRouter<App>(handlers, { security, error: ({ title }) => ({ status: 400, body: { message: title } }) });

export { answer, Few, misspelled, others, written, wrong };
