// A library written as @hono/zod-openapi's guide has it: zod validates, and the document is derived from the same schemas.
import { serve } from "@hono/node-server";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";

const written = {
  title: z.string().min(1).max(80),
  pages: z.int().min(1).max(5000),
  price: z.number().min(0).lt(1000).optional(),
  genre: z.enum(["novel", "essay", "poem"]),
  published: z.iso.date().optional(),
  subtitle: z.string().nullable().optional(),
  tags: z.array(z.string().regex(/^[a-z]+$/)).max(4).default([]),
  size: z.union([z.literal("pocket"), z.strictObject({ width: z.number().positive(), height: z.number().positive() })]).optional(),
};
const Draft = z.strictObject(written).openapi("Draft");
const Book = z.strictObject({ ...written, id: z.uuid(), tags: z.array(z.string()) }).openapi("Book");
const Problem = z.object({ message: z.string() }).openapi("Problem");
const One = z.object({ id: z.uuid() });

const json = (schema, description = "Done") => ({ description, content: { "application/json": { schema } } });
const failed = { 400: json(Problem, "Not valid"), 404: json(Problem, "Not there") };
const body = { body: { required: true, content: { "application/json": { schema: Draft } } } };

const app = new OpenAPIHono({ defaultHook: (result, context) => (result.success ? undefined : context.json({ message: result.error.message }, 400)) });
app.onError((error, context) => ("status" in error ? context.json({ message: error.message }, error.status) : context.json({ message: "failed" }, 500)));
const books = new Map();
const absent = (context) => context.json({ message: "There is no such book" }, 404);

app.openapi(createRoute({
  method: "get", path: "/books", operationId: "listBooks",
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(50).optional(), offset: z.coerce.number().int().min(0).optional(), genre: z.enum(["novel", "essay", "poem"]).optional() }) },
  responses: { 200: json(z.object({ total: z.int(), items: z.array(Book) })), ...failed },
}), (context) => {
  const { limit = 20, offset = 0, genre } = context.req.valid("query");
  const found = [...books.values()].filter((each) => genre === undefined || each.genre === genre);
  return context.json({ total: found.length, items: found.slice(offset, offset + limit) }, 200);
});
app.openapi(createRoute({ method: "post", path: "/books", operationId: "createBook", request: body, responses: { 201: json(Book), ...failed } }), (context) => {
  const id = crypto.randomUUID();
  books.set(id, { ...context.req.valid("json"), id });
  return context.json(books.get(id), 201);
});
app.openapi(createRoute({ method: "get", path: "/books/{id}", operationId: "getBook", request: { params: One }, responses: { 200: json(Book), ...failed } }), (context) => {
  const book = books.get(context.req.valid("param").id);
  return book === undefined ? absent(context) : context.json(book, 200);
});
app.openapi(createRoute({ method: "put", path: "/books/{id}", operationId: "replaceBook", request: { params: One, ...body }, responses: { 200: json(Book), ...failed } }), (context) => {
  const { id } = context.req.valid("param");
  if (!books.has(id)) return absent(context);
  books.set(id, { ...context.req.valid("json"), id });
  return context.json(books.get(id), 200);
});
app.openapi(createRoute({ method: "delete", path: "/books/{id}", operationId: "deleteBook", request: { params: One }, responses: { 204: { description: "Gone" }, ...failed } }), (context) => {
  return books.delete(context.req.valid("param").id) ? context.body(null, 204) : absent(context);
});

app.doc31("/openapi.json", { openapi: "3.1.0", info: { title: "Library", version: "1" } });
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 0), hostname: "127.0.0.1" }, ({ port }) => console.log(`http://127.0.0.1:${port}`));
