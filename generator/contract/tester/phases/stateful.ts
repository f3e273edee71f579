import type { Phase, Run, TestedOperation } from "../phase.ts";
import { checkAction } from "./stateful/action-of-one.ts";
import { checkCreatedAlone } from "./stateful/created-alone.ts";
import { followLinks } from "./stateful/follow-links.ts";
import { type Life, liveThrough } from "./stateful/life-of-one.ts";
import { checkSameAgain } from "./stateful/same-again.ts";
import { checkSameKey } from "./stateful/same-key.ts";
import { liveSession } from "./stateful/session-of-cookie.ts";
import { type Setting, setAndRead } from "./stateful/set-and-read.ts";
import { walkPages } from "./stateful/walk-pages.ts";

/** What shows only when one request follows another: the life of what is created, links, pages, and the same request again. */
export const stateful: Phase = {
  name: "stateful",
  run: async (run) => {
    const found = new Set<TestedOperation>();
    const lives = livesOf(run);
    for (const life of lives) for (const tested of await liveThrough(run, life)) found.add(tested);
    await liveSession(run);
    for (const setting of settingsOf(run, lives)) await setAndRead(run, setting);
    for (const tested of run.operations) {
      await checkSameKey(run, tested);
      if (isAlone(run, tested, lives)) await checkCreatedAlone(run, tested);
      await checkAction(run, tested);
      if (!found.has(tested)) await followLinks(run, tested);
      if (tested.contract.method !== "GET") continue;
      await walkPages(run, tested);
      await checkSameAgain(run, tested);
    }
  },
};

/** `POST /pets` makes what `GET /pets/{id}` reads, `PUT` and `PATCH` of it change and `DELETE` takes away. */
function livesOf({ operations }: Run): Life[] {
  const find = (method: string, path: string | undefined) => operations.find(({ contract, operation }) => contract.method === method && operation.path === path);
  return operations.flatMap((read): Life[] => {
    const { path } = read.operation;
    const create = read.contract.method === "GET" ? find("POST", /^(.*)\/\{[^{}/]+\}$/.exec(path)?.[1]) : undefined;
    const changes = ["PUT", "PATCH"].flatMap((method) => find(method, path) ?? []).filter(takesJson);
    return create?.operation.requestBody === undefined ? [] : [{ create, read, changes, remove: find("DELETE", path) }];
  });
}

/** What creates something, and has nothing that reads it by its id alone. */
function isAlone({ operations }: Run, { contract, operation }: TestedOperation, lives: readonly Life[]): boolean {
  const isRead = operations.some(({ contract: { method }, operation: { path } }) => method === "GET" && path === operation.path);
  return contract.method === "POST" && operation.requestBody !== undefined && operation.responses.some(({ status, headers }) => status === "201" && (isRead || headers.some(({ name }) => /^location$/i.test(name)))) && lives.every(({ create }) => create.operation !== operation);
}

function takesJson({ operation }: TestedOperation): boolean {
  return operation.requestBody?.content.some(({ name }) => /^application\/((merge-patch\+)?json)$/i.test(name)) === true;
}

/** What is read and changed, and is no thing that is created: `/settings`. */
function settingsOf({ operations }: Run, lives: readonly Life[]): Setting[] {
  const reads = operations.filter((read) => read.contract.method === "GET" && lives.every((life) => life.read !== read));
  return reads.flatMap((read) => operations.filter((change) => ["PUT", "PATCH"].includes(change.contract.method) && change.operation.path === read.operation.path && takesJson(change)).map((change) => ({ read, change })));
}
