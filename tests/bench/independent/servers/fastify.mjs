// A library written as Fastify's guide has it: the schemas that validate requests are those that @fastify/swagger publishes.
import Fastify from "fastify";
import swagger from "@fastify/swagger";

const app = Fastify();

const book = {
  $id: "Book",
  type: "object",
  required: ["id", "title", "pages", "genre", "tags"],
  additionalProperties: false,
  properties: {
    id: { type: "string", format: "uuid", readOnly: true },
    title: { type: "string", minLength: 1, maxLength: 80 },
    pages: { type: "integer", minimum: 1, maximum: 5000 },
    price: { type: "number", minimum: 0, exclusiveMaximum: 1000 },
    genre: { type: "string", enum: ["novel", "essay", "poem"] },
    published: { type: "string", format: "date" },
    subtitle: { type: "string", nullable: true },
    tags: { type: "array", items: { type: "string", pattern: "^[a-z]+$" }, maxItems: 4, uniqueItems: true },
  },
};
const { id: _id, ...written } = book.properties;
const draft = { $id: "Draft", type: "object", required: ["title", "pages", "genre"], additionalProperties: false, properties: written };
const problem = {
  $id: "Problem", type: "object", required: ["statusCode", "error", "message"],
  properties: { statusCode: { type: "integer" }, code: { type: "string" }, error: { type: "string" }, message: { type: "string" } },
};
for (const schema of [book, draft, problem]) app.addSchema(schema);

await app.register(swagger, { openapi: { openapi: "3.0.3", info: { title: "Library", version: "1" } }, refResolver: { buildLocalReference: ({ $id }) => $id } });

const ref = (name, description = name) => ({ description, content: { "application/json": { schema: { $ref: `${name}#` } } } });
const failed = { 400: ref("Problem"), "4xx": ref("Problem") };
const one = { type: "object", required: ["id"], properties: { id: { type: "string", format: "uuid" } } };
const json = { consumes: ["application/json"] };

const books = new Map();
const stored = (id, body) => ({ ...body, id, tags: body.tags ?? [] });
const absent = (reply) => reply.code(404).send({ statusCode: 404, error: "Not Found", message: "There is no such book" });

await app.register(async (api) => {
  api.get("/books", {
    schema: {
      operationId: "listBooks",
      querystring: {
        type: "object",
        properties: { limit: { type: "integer", minimum: 1, maximum: 50, default: 20 }, offset: { type: "integer", minimum: 0, default: 0 }, genre: { type: "string", enum: ["novel", "essay", "poem"] }, minimumPrice: { type: "number" } },
      },
      response: {
        200: { description: "Books", content: { "application/json": { schema: { type: "object", required: ["total", "items"], properties: { total: { type: "integer" }, items: { type: "array", items: { $ref: "Book#" } } } } } } },
        ...failed,
      },
    },
  }, ({ query: { limit, offset, genre, minimumPrice } }) => {
    const found = [...books.values()].filter((each) => (genre === undefined || each.genre === genre) && (minimumPrice === undefined || each.price >= minimumPrice));
    return { total: found.length, items: found.slice(offset, offset + limit) };
  });
  api.post("/books", { schema: { operationId: "createBook", ...json, body: { $ref: "Draft#" }, response: { 201: ref("Book"), ...failed } } }, ({ body }, reply) => {
    const id = crypto.randomUUID();
    books.set(id, stored(id, body));
    return reply.code(201).header("location", `/books/${id}`).send(books.get(id));
  });
  api.get("/books/:id", { schema: { operationId: "getBook", params: one, response: { 200: ref("Book"), ...failed } } }, ({ params: { id } }, reply) => books.get(id) ?? absent(reply));
  api.put("/books/:id", { schema: { operationId: "replaceBook", ...json, params: one, body: { $ref: "Draft#" }, response: { 200: ref("Book"), ...failed } } }, ({ params: { id }, body }, reply) => {
    if (!books.has(id)) return absent(reply);
    books.set(id, stored(id, body));
    return books.get(id);
  });
  api.delete("/books/:id", { schema: { operationId: "deleteBook", params: one, response: { 204: { type: "null", description: "Gone" }, ...failed } } }, ({ params: { id } }, reply) => (books.delete(id) ? reply.code(204).send() : absent(reply)));
});

app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
console.log(await app.listen({ port: Number(process.env.PORT ?? 0), host: "127.0.0.1" }));
