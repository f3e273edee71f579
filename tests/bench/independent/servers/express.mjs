// A library in Express, whose document was written first and is read by express-openapi-validator, which refuses what does not follow it.
import express from "express";
import validator from "express-openapi-validator";
import { fileURLToPath } from "node:url";

const app = express();
app.disable("x-powered-by");
app.use(express.json({ strict: false, type: ["application/json", "application/merge-patch+json"] }));
app.use(express.urlencoded({ extended: false }));
app.use(validator.middleware({ apiSpec: fileURLToPath(new URL("./library.yaml", import.meta.url)), validateResponses: true, validateSecurity: { handlers: { token: ({ headers }) => headers.authorization === "Bearer sesame" } } }));

const books = new Map();
const loans = new Map();
const book = ({ params: { id } }) => {
  const found = books.get(id);
  if (found === undefined) throw Object.assign(new Error("There is no such book"), { status: 404 });
  return found;
};

app.get("/books", ({ query: { limit, offset, genre, tags, price } }, response) => {
  const found = [...books.values()].filter((each) => (genre === undefined || genre.includes(each.genre)) && (tags === undefined || tags.every((tag) => each.tags.includes(tag)))
    && (price?.from === undefined || each.price >= price.from) && (price?.to === undefined || each.price <= price.to));
  response.set("x-total", String(found.length)).json(found.slice(offset, offset + limit));
});
app.post("/books", ({ body }, response) => {
  const id = crypto.randomUUID();
  books.set(id, { tags: [], ...body, id });
  response.status(201).set("location", `/books/${id}`).json(books.get(id));
});
app.get("/books/:id", (request, response) => response.json(book(request)));
app.put("/books/:id", (request, response) => {
  const { id } = book(request);
  books.set(id, { tags: [], ...request.body, id });
  response.json(books.get(id));
});
app.patch("/books/:id", (request, response) => {
  const before = book(request);
  const merged = Object.entries({ ...before, ...request.body }).filter(([, value]) => value !== null);
  books.set(before.id, Object.fromEntries(merged));
  response.json(books.get(before.id));
});
app.delete("/books/:id", (request, response) => {
  books.delete(book(request).id);
  response.status(204).end();
});
app.post("/loans", ({ body }, response) => {
  const id = loans.size + 1;
  loans.set(id, { ...body, id });
  response.status(201).json(loans.get(id));
});
app.get("/loans/:id", ({ params: { id } }, response) => (loans.has(id) ? response.json(loans.get(id)) : response.status(404).json({ message: "There is no such loan" })));

app.use((error, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error.headers !== undefined) response.set(error.headers);
  if (error.status === 401) response.set("www-authenticate", "Bearer");
  response.status(error.status ?? 500).json({ message: error.message });
});
const server = app.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
