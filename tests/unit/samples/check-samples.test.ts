import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { JsonObject } from "../../../generator/json.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import { checkSamples } from "../../../generator/samples/check/check-samples.ts";
import { curlRequests } from "../../../generator/samples/check/curl-requests.ts";
import { corpusFolder, withoutCorpus } from "../../support/corpus.ts";
import { folderWith, run } from "../cli/run-main.ts";
import { repository } from "../../support/typecheck.ts";

async function problems(input: string, text?: string): Promise<string[]> {
  const { document } = await loadDocument(input, { cwd: repository, stdin: async () => text ?? "" });
  assert.ok(document);
  return checkSamples(document, buildApi(document).api).map(({ message }) => message);
}

/** What there is to say of a sample of `POST /pets/{id}/toys`, beside `GET /pets/{id}`. */
function problemsOf(lang: string, source: string): Promise<string[]> {
  const response = { "204": { description: "Done" } };
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const parameters = [id, { name: "dry_run", in: "query", schema: { type: "boolean" } }, { name: "deep", in: "query", style: "deepObject", schema: { type: "object" } }];
  const content = { "application/json": { schema: { type: "object", properties: { toy_name: { type: "string" } } } } };
  const sample: JsonObject = { lang, source };
  return problems("-", JSON.stringify({
    openapi: "3.1.1",
    info: { title: "Pets", version: "1" },
    servers: [{ url: "https://pets.example.com/v1" }],
    paths: {
      "/pets/{id}": { get: { operationId: "pets/get", tags: ["pets"], parameters: [id], responses: response } },
      "/pets/{id}/toys": { post: { operationId: "pets/addToy", tags: ["pets"], parameters, requestBody: { content }, responses: response, "x-code-samples": [sample] } },
      "/pets": { get: { operationId: "pets/list", tags: ["pets"], responses: response, "x-codeSamples": [{ lang, source: "await client.pets.list()" }] } },
    },
  }));
}

const right: [lang: string, source: string][] = [
  ["curl", "curl -X POST https://pets.example.com/v1/pets/1/toys"],
  ["Shell", "API=https://pets.example.com/v1\ntoken=$(curl -s \"$API/token\" | jq -r .token)\ncurl \"$API/pets/$ID/toys\" \\\n  -H \"Authorization: Bearer $token\" \\\n  --data '{\"toy_name\": \"ball; GET /x\"}' | jq"],
  ["bash", "curl --request POST --url 'https://other.example.com/pets/1/toys?dry_run=true&deep[a]=1' --header 'x: y'"],
  ["curl", "curl -sXPOST \"$PETS_URL/pets/1%2F2/toys\" -d @toy.json # curl /nowhere"],
  ["Console", "# A toy\nPOST /pets/1/toys?dry_run\n{ \"toy_name\": \"ball\" }"],
  ["HTTP", "POST /v1/pets/1/toys HTTP/1.1\nHost: pets.example.com"],
  ["JavaScript", "const toy = await client.pets.addToy({ id: \"1\", body: { toy_name: `a, b: c` }, dry_run: true });"],
  ["JavaScript", "await client.pets.addToy({ id, toyName: f(x, { unknown: 1 }), ...others });"],
  ["Python", "resp = client.pets.add_toy(\n    id=\"1\",\n    toy_name=\"a=b, c\",\n)"],
  ["PHP", "$resp = $client->pets()->addToy([\n    \"id\" => \"1\",\n    \"body\" => [\"x\" => 1],\n]);"],
  ["Ruby", "response = client.pets.add_toy(\n  id: '1',\n  body: { nothing: 1 }\n)"],
  ["js", "fetch('https://pets.example.com/v1/pets/' + id + '/toys', { method: 'POST' })"],
  ["Go", "req, _ := http.NewRequest(\"POST\", \"https://pets.example.com/v1/pets/1/toys\", body)"],
  ["C#", "var response = await client.Pets.AddToyAsync(id: \"1\");"],
  ["Java", "client.pets().addToy(c -> c.id(\"1\"));"],
];

for (const [lang, source] of right) test(`nothing is said of ${lang}: ${source.split("\n").at(-1)}`, async () => assert.deepEqual(await problemsOf(lang, source), []));

const wrong: [lang: string, source: string, says: string][] = [
  ["curl", "curl -X POST https://pets.example.com/v1/pets/1/toy", "sends /v1/pets/1/toy, which is not /pets/{id}/toys"],
  ["curl", "curl \"$URL/pets/1/toys\"", "sends GET, and the operation is POST /pets/{id}/toys"],
  ["curl", "curl -G \"$URL/pets/1/toys\" -X POST -d dryrun=1", "sends \"dryrun\", which is no parameter of the operation"],
  ["Console", "PUT /pets/1/toys", "sends PUT, and the operation is POST /pets/{id}/toys"],
  ["HTTP", "POST /pets//toys HTTP/1.1", "sends /pets//toys, which is not /pets/{id}/toys"],
  ["JavaScript", "await client.pets.get({ id: \"1\" });", "calls client.pets.get, which is GET /pets/{id}; this one is client.pets.addToy"],
  ["JavaScript", "await client.pets.addToys({ id: \"1\" });", "calls client.pets.addToys, which no operation is called; this one is client.pets.addToy"],
  ["JavaScript", "await client.pets.addToy({ petId: \"1\", 'dry-run': 1 });", "gives \"petId\", which is no parameter of the operation"],
  ["Python", "client.pets.add_toy(ident=\"1\")", "gives \"ident\", which is no parameter of the operation"],
  ["PHP", "$client->pets()->addToy([\"ident\" => 1, \"name\" => [1]]);", "gives \"ident\", \"name\", which are no parameters of the operation"],
  ["Python", "requests.put(\"https://pets.example.com/v1/pets/1/toys\")", "sends PUT, and the operation is POST /pets/{id}/toys"],
  ["Go", "http.Get(\"https://pets.example.com/v2/pets/1/toys\")", "sends /v2/pets/1/toys, which is not /pets/{id}/toys"],
];

for (const [lang, source, says] of wrong) {
  test(`${lang}: ${source} ${says}`, async () => assert.deepEqual(await problemsOf(lang, source), [`This ${lang} sample ${says}.`]));
}

test("a shell script's curl commands are read with their quotes, options and variables", () => {
  assert.deepEqual(curlRequests("A='x y' curl -o out -H 'a: b' -u a:b \"http://h/$A\" && curl -I http://h/2"), [
    { method: "GET", url: "http://h/x y" },
    { method: "HEAD", url: "http://h/2" },
  ]);
});

test("the samples of the contract are its operation's", async () => {
  assert.deepEqual(await problems("spec/openapi.yaml"), []);
});

test("--check says where a sample of another path stands, and exits 1", async (t) => {
  const path = join(repository, "generated/openapi.json");
  const moved = readFileSync(path, "utf8").replace('"/_security/api_key/{ids}/_clear_cache"', '"/_security/api_key/{ids}/_evict"');
  const folder = await folderWith(t, { "openapi.json": moved });
  const { exit, out } = await run(folder, ["samples", "openapi.json", "--check"]);
  assert.equal(exit, 1);
  assert.match(out, /openapi\.json:\d+:\d+ {2}error {2}sample-mismatch {2}This Console sample sends \/_security\/api_key\/yVGMr3QByxdh1MSaicYx\/_clear_cache, which is not/);
  assert.match(out, /This curl sample sends/);
});

test("without --check the samples of an operation are printed", async () => {
  const { exit, out } = await run(repository, ["samples", "spec/openapi.yaml", "security-clear-api-key-cache"]);
  assert.equal(exit, 0);
  assert.match(out, /^# POST \/_security\/api_key\/\{ids\}\/_clear_cache: Clear the API key cache\n\n## Console\n\nPOST \/_security/);
  const mistyped = await run(repository, ["samples", "spec/openapi.yaml", "security-clear-api-key-cash"]);
  assert.equal(mistyped.exit, 2);
  assert.match(mistyped.err, /Did you mean "security-clear-api-key-cache"\?/);
});

test("of public documents only what is wrong is said: a path with an empty segment", { skip: withoutCorpus("real") }, async () => {
  assert.deepEqual(await problems(join(corpusFolder, "real/placekit.json")), []);
  assert.deepEqual(await problems(join(corpusFolder, "real/peertube.json")), ["This Python sample sends /api/v1//accounts/{name}/videos, which is not /api/v1/accounts/{name}/videos."]);
});
