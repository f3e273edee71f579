import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Operation } from "../../../generator/model/api.ts";
import { nameOperations } from "../../../generator/model/operation-names.ts";

type Named = { path?: string; method?: string; operationId?: string; tags?: string[] };

function operation({ path = "/pets", method = "get", operationId, tags = [] }: Named): Operation {
  const rest = { parameters: [], responses: [], callbacks: [], security: [], doc: {}, extensions: [] };
  return { at: `/paths/${path}/${method}`, path, method, tags, ...(operationId !== undefined && { operationId }), ...rest };
}

/** `pets.list` for each, in the order in which they are given. */
function called(...operations: Named[]): string[] {
  return [...nameOperations(operations.map(operation)).values()].map(({ namespace, method }) => (namespace === undefined ? method : `${namespace}.${method}`));
}

const cases: [fact: string, operation: Named, name: string][] = [
  ["the contract's operation", { operationId: "security-clear-api-key-cache", tags: ["security"] }, "security.clearApiKeyCache"],
  ["GitHub's operations", { operationId: "repos/get", tags: ["repos"] }, "repos.get"],
  ["the words of a tag are one name", { operationId: "list", tags: ["API keys"] }, "apiKeys.list"],
  ["a namespace is not said twice, however it is written", { operationId: "APIKeys_list", tags: ["api-keys"] }, "apiKeys.list"],
  ["a namespace in the middle stays", { operationId: "listPets", tags: ["pets"] }, "pets.listPets"],
  ["half a word is no namespace", { operationId: "petsitters", tags: ["pets"] }, "pets.petsitters"],
  ["something must remain", { operationId: "pets", tags: ["pets"] }, "pets.pets"],
  ["without a tag what stands before the slash is the namespace", { operationId: "gists/list-forks" }, "gists.listForks"],
  ["or what stands before the dot", { operationId: "users.messages.list" }, "users.messagesList"],
  ["without either there is none", { operationId: "listPets" }, "listPets"],
  ["without an operationId: method, path, parameters", { method: "post", path: "/pets/{petId}/toys/{id}" }, "postPetsToysByPetIdId"],
  ["the root path", { path: "/" }, "get"],
  ["an acronym in front is small", { operationId: "HTTPStatus" }, "httpStatus"],
  ["digits in front get an underscore", { operationId: "2fa" }, "_2fa"],
  ["no identifier at all", { operationId: "!!!", path: "/x" }, "getX"],
  ["a client is no promise", { operationId: "then" }, "thenOperation"],
  ["nor has it a constructor of the document's", { operationId: "constructor", tags: ["constructor"] }, "constructorOperations.constructorOperation"],
];

for (const [fact, named, name] of cases) test(`${fact}: ${name}`, () => assert.deepEqual(called(named), [name]));

test("of two that come out alike the second in order of path and method gets a number, whatever their order in the document", () => {
  const [first, second] = [{ operationId: "list-pets", path: "/b" }, { operationId: "listPets", path: "/a" }];
  assert.deepEqual(called(first, second), ["listPets2", "listPets"]);
  assert.deepEqual(called(second, first), ["listPets", "listPets2"]);
});

test("a method that is called as a namespace gets Operation behind it", () => {
  assert.deepEqual(called({ operationId: "pets" }, { operationId: "list", tags: ["pets"] }), ["petsOperation", "pets.list"]);
});

test("constants are no words of the language, and types are in PascalCase", () => {
  const [name] = nameOperations([operation({ operationId: "delete" })]).values();
  assert.deepEqual(name, { method: "delete", constant: "deleteOperation", request: "DeleteOperationRequest", result: "DeleteOperationResult", success: "DeleteOperationSuccess" });
});

test("whatever a document says, names are identifiers, and no two are the same", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("pets", "Pets", "pets/list", "pets2", "pets-2", "list", "then", "2", "delete", "é"));
  const named = fc.record({ path: text.map((path) => `/${path}`), operationId: fc.option(text, { nil: undefined }), tags: fc.array(text, { maxLength: 1 }) });
  fc.assert(fc.property(fc.array(named, { maxLength: 12 }), (operations) => {
    const documents = operations.map(({ operationId, ...rest }) => operation({ ...rest, ...(operationId !== undefined && { operationId }) }));
    const names = [...nameOperations(documents).values()];
    assert.equal(names.length, operations.length);
    for (const key of ["constant", "request", "result", "success"] as const) assert.equal(new Set(names.map((name) => name[key])).size, names.length);
    assert.equal(new Set(names.map(({ namespace, method }) => `${namespace}.${method}`)).size, names.length);
    const roots = new Set(names.filter(({ namespace }) => namespace === undefined).map(({ method }) => method));
    for (const { namespace, method, constant } of names) {
      if (namespace !== undefined) assert.ok(!roots.has(namespace));
      for (const name of [method, constant, namespace ?? "x"]) assert.match(name, /^[\p{ID_Start}_][\p{ID_Continue}]*$/u);
    }
  }));
});
