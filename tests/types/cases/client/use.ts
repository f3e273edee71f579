import { createClient, formPart, isErrorOf, retry, send, timeout, using } from "./client.js";
import type { Client, ClientOptions } from "./client.js";
import { petsDelete, petsGet, petsPut, petsSeveral } from "./operations.js";
import type { PetsGetRequest, PetsGetResult, PetsSeveralRequest } from "./operations.js";
import type { Pet, Problem, Result } from "./types.js";

const client: Client = createClient();

// Methods give the body of a success
export const pet: Promise<Pet> = client.pets.get({ id: 1 });
export const nothing: Promise<undefined> = client.pets.put({ id: 1, body: { name: "Ada" } });
export const either: Promise<Result> = client.pets.delete({ id: 1 });
export const all: Promise<AsyncIterable<Pet>> = client.pets.list();
export const some: Promise<AsyncIterable<Pet>> = client.pets.list({ page: 2 }, { signal: new AbortController().signal });
// @ts-expect-error: a pet has no such member
export const badMember = async (): Promise<unknown> => (await client.pets.get({ id: 1 })).owner;

// Arguments are those of the document
export const request: PetsGetRequest = { id: 1, fields: ["name"] };
// @ts-expect-error: the id is required
client.pets.get({});
// @ts-expect-error: something is required
client.pets.get();
// @ts-expect-error: an id is a number
client.pets.get({ id: "1" });
// @ts-expect-error: there is no such parameter
client.pets.get({ id: 1, filter: "x" });
// @ts-expect-error: not in the enum
client.pets.get({ id: 1, fields: ["age"] });
// @ts-expect-error: the body is required
client.pets.put({ id: 1 });
// @ts-expect-error: the name is required
client.pets.put({ id: 1, body: {} });
// @ts-expect-error: what only the server says is not sent
client.pets.put({ id: 1, body: { name: "Ada", id: 2 } });
// @ts-expect-error: there is no such operation
client.pets.feed({ id: 1 });
// @ts-expect-error: nothing has a body here
client.pets.delete({ id: 1, body: "x" });

// One of several media types goes with its body
export const several: PetsSeveralRequest[] = [
  { body: { name: "Ada" } },
  { contentType: "application/json", body: { name: "Ada" } },
  { contentType: "text/csv", body: "name" },
  { contentType: "image/png", body: new Blob() },
];
// @ts-expect-error: a text is no pet
client.pets.several({ body: "name" });
// @ts-expect-error: a pet is no text
client.pets.several({ contentType: "text/csv", body: { name: "Ada" } });
// @ts-expect-error: no such media type
client.pets.several({ contentType: "text/html", body: "name" });
client.photos.upload({ body: { file: new Blob() } });
client.photos.upload({ body: { file: formPart(new Blob(), { fileName: "a.png" }), title: "A" } });
// @ts-expect-error: a file is bytes
client.photos.upload({ body: { file: "bytes" } });

// send gives a union that the status tells apart, to the last one
export async function told(): Promise<Pet | Problem | undefined> {
  const result: PetsGetResult = await send(client, petsGet, { id: 1 });
  if (result.status === 200) {
    const total: number = result.headers["x-total"];
    // @ts-expect-error: headers are not written
    result.headers["x-total"] = total;
    return result.body;
  }
  if (result.status === 404) {
    // @ts-expect-error: nobody says what a 404 has
    return result.body;
  }
  if (result.status === 403) return result.body;
  if (result.status === 500) {
    // @ts-expect-error: the document does not mention it
    return result.body;
  }
  // @ts-expect-error: fetch gives no such status
  if (result.status === 700) return undefined;
  return undefined;
}

// `default` is all others; where no success is listed, it is one as well
export async function otherwise(): Promise<Result | undefined> {
  const put = await send({ baseUrl: "https://example.com" }, petsPut, { id: 1, body: { name: "Ada" } });
  if (put.status !== 204) return put.body;
  const none: undefined = put.body;
  const deleted = await send(client, petsDelete, { id: 1 });
  return deleted.status === 200 || deleted.status === 500 ? deleted.body : none;
}
// @ts-expect-error: the arguments are those of the operation
send(client, petsGet, { name: "Ada" });
// @ts-expect-error: a text is not the body of any media type but text/csv
send(client, petsSeveral, { contentType: "application/json", body: "name" });

// An error is one of the operation's failures
export function failed(error: unknown): string | undefined {
  if (!isErrorOf(petsGet, error)) return undefined;
  if (error.status === 422) return error.body.title;
  // @ts-expect-error: a success is no failure
  if (error.status === 200) return undefined;
  return error.route;
}

// Options know the document's servers and security
export const options: ClientOptions = {
  server: { region: "us" },
  auth: { key: async (scopes) => scopes.join(), user: { username: "a", password: "b" } },
  headers: { "User-Agent": "test" },
  fetch: using(retry(), timeout(5000)),
  validate: (route, status, body) => void [route, status, body],
};
createClient({ baseUrl: "http://localhost", auth: { key: "secret" } });
// @ts-expect-error: not in the enum
createClient({ server: { region: "asia" } });
// @ts-expect-error: the server has no such variable
createClient({ server: { port: "80" } });
// @ts-expect-error: the document has no such scheme
createClient({ auth: { token: "secret" } });
// @ts-expect-error: basic has a name and a password
createClient({ auth: { user: "secret" } });
