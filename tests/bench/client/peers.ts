import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../support/typecheck.ts";

/** A client to measure. Its modules import what was generated from `generated`, whichever folder that is. */
export type Peer = {
  name: string;
  /** Whose version tells what was measured; none for what is ours. */
  package?: string;
  /** Writes the client of a document to a folder; none where there is nothing to write. */
  generate?: (document: string, folder: string) => { tool: string; args: string[]; env?: Record<string, string> };
  /** Exports `get`, `query` and `post`: one call each, of api.yaml. */
  calls: string;
  /** Exports the result of one operation of GitHub's, `repos/get`. */
  one: string;
  /** Keeps the client of a whole document. */
  all: string;
};

/** Where the benchmark installs the peers and writes their clients: not under tests/, for some bring tests of their own. */
export const workshop = join(repository, ".cache", "bench-client");

const args = `
const path = { owner: "octo cat", repo: "hello" };
const query = { q: "a b", page: 2, per_page: 50, sort: "stars" };
const body = { title: "t", body: "b", labels: ["x", "y"] };
`;

/** What a person writes without any client. */
export const bare = `${args}
const base = "https://api.example.com";
const encode = encodeURIComponent;
const read = (response) => {
  if (!response.ok) throw new Error(response.status);
  return response.json();
};
export const get = async () => read(await fetch(base + "/repos/" + encode(path.owner) + "/" + encode(path.repo), { method: "GET", headers: { accept: "application/json" } }));
const text = () => new URLSearchParams({ q: query.q, page: String(query.page), per_page: String(query.per_page), sort: query.sort });
export { search as query };
const search = async () => read(await fetch(base + "/search?" + text(), { method: "GET", headers: { accept: "application/json" } }));
export const post = async () => read(await fetch(base + "/repos/" + encode(path.owner) + "/" + encode(path.repo) + "/issues", {
  method: "POST", headers: { accept: "application/json", "content-type": "application/json" }, body: JSON.stringify(body),
}));
`;

/** Calls of functions that take what they need in an order of their own. */
function calls(imports: string, get: string, query: string, post: string): string {
  return `${imports}${args}export const get = () => ${get};\nexport { search as query };\nconst search = () => ${query};\nexport const post = () => ${post};\n`;
}

const ours = {
  generate: (document: string, folder: string) => ({ tool: join(repository, "dist/specwright.js"), args: ["generate", document, "--out", folder, "--only", "types,client"] }),
};

export const peers: Peer[] = [
  {
    ...ours,
    name: "specwright, send",
    calls: calls(
      `import { reposGetRepo, reposOpenIssue, reposSearchRepos } from "generated/operations.ts"; import { send } from "generated/runtime/send.ts"; const client = { baseUrl: "https://api.example.com" };`,
      "send(client, reposGetRepo, path)", "send(client, reposSearchRepos, query)", "send(client, reposOpenIssue, { ...path, body })",
    ),
    one: `import { reposGet } from "generated/operations.ts"; import { send } from "generated/runtime/send.ts";
      export const result = await send({ baseUrl: "https://api.github.com" }, reposGet, { owner: "a", repo: "b" });`,
    all: `import * as all from "generated/operations.ts"; import { send } from "generated/runtime/send.ts"; globalThis.all = [all, send];`,
  },
  {
    ...ours,
    name: "specwright, createClient",
    calls: calls(
      `import { createClient } from "generated/client.ts"; const { repos } = createClient();`,
      "repos.getRepo(path)", "repos.searchRepos(query)", "repos.openIssue({ ...path, body })",
    ),
    one: `import { createClient } from "generated/client.ts"; export const result = await createClient().repos.get({ owner: "a", repo: "b" });`,
    all: `import { createClient } from "generated/client.ts"; globalThis.all = createClient;`,
  },
  {
    name: "openapi-fetch",
    package: "openapi-fetch",
    calls: calls(
      `import createClient from "openapi-fetch"; const client = createClient({ baseUrl: "https://api.example.com" });`,
      `client.GET("/repos/{owner}/{repo}", { params: { path } })`, `client.GET("/search", { params: { query } })`,
      `client.POST("/repos/{owner}/{repo}/issues", { params: { path }, body })`,
    ),
    one: `import createClient from "openapi-fetch"; export const result = await createClient({ baseUrl: "https://api.github.com" }).GET("/repos/{owner}/{repo}", { params: { path: { owner: "a", repo: "b" } } });`,
    all: `import createClient from "openapi-fetch"; globalThis.all = createClient;`,
  },
  {
    name: "hey-api client-fetch",
    package: "@hey-api/openapi-ts",
    generate: (document, folder) => ({ tool: bin("openapi-ts"), args: ["-i", document, "-o", folder, "-c", "@hey-api/client-fetch"] }),
    calls: calls(
      `import { getRepo, openIssue, searchRepos } from "generated/sdk.gen.ts";`,
      "getRepo({ path })", "searchRepos({ query })", "openIssue({ path, body })",
    ),
    one: `import { reposGet } from "generated/sdk.gen.ts"; export const result = await reposGet({ path: { owner: "a", repo: "b" } });`,
    all: `import * as all from "generated/sdk.gen.ts"; globalThis.all = all;`,
  },
  {
    name: "orval fetch",
    package: "orval",
    generate: (document, folder) => ({ tool: bin("orval"), args: ["--input", document, "--output", join(folder, "index.ts"), "--client", "fetch"] }),
    calls: calls(
      `import { getRepo, openIssue, searchRepos } from "generated/index.ts";`,
      "getRepo(path.owner, path.repo)", "searchRepos(query)", "openIssue(path.owner, path.repo, body)",
    ),
    one: `import { reposGet } from "generated/index.ts"; export const result = await reposGet("a", "b");`,
    all: `import * as all from "generated/index.ts"; globalThis.all = all;`,
  },
  {
    name: "kubb client fetch",
    package: "@kubb/plugin-client",
    generate: (document, folder) => ({ tool: bin("kubb"), args: ["generate", "--config", join(workshop, "kubb.config.mjs")], env: { KUBB_INPUT: document, KUBB_OUTPUT: folder } }),
    calls: calls(
      `import { getRepo } from "generated/clients/getRepo.ts"; import { openIssue } from "generated/clients/openIssue.ts"; import { searchRepos } from "generated/clients/searchRepos.ts"; const config = { baseURL: "https://api.example.com" };`,
      "getRepo(path.owner, path.repo, config)", "searchRepos(query, config)", "openIssue(path.owner, path.repo, body, config)",
    ),
    one: `import { reposGet } from "generated/clients/reposGet.ts"; export const result = await reposGet("a", "b");`,
    all: `import * as all from "generated/clients/index.ts"; globalThis.all = all;`,
  },
  {
    name: "oazapfts",
    package: "oazapfts",
    generate: (document, folder) => ({ tool: bin("oazapfts"), args: [document, join(folder, "index.ts")] }),
    calls: calls(
      `import { getRepo, openIssue, searchRepos } from "generated/index.ts"; const { q, per_page: perPage, ...others } = { q: "a b", page: 2, per_page: 50, sort: "stars" };`,
      "getRepo(path.owner, path.repo)", "searchRepos(q, { perPage, ...others })", "openIssue(path.owner, path.repo, body)",
    ),
    one: `import { reposGet } from "generated/index.ts"; export const result = await reposGet("a", "b");`,
    all: `import * as all from "generated/index.ts"; globalThis.all = all;`,
  },
];

/** The version that is installed. */
export function versionOf(name: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(workshop, "node_modules", name, "package.json"), "utf8"));
  return manifest.version;
}

function bin(name: string): string {
  return join(workshop, "node_modules", ".bin", name);
}
