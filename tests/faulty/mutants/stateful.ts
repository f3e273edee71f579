import { parseJson } from "../../../generator/json.ts";
import { changed, inBody, withHeader } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

const item = "/items/{itemId}";
/** Without PATCH, which keeps what it changes in the same way as PUT does. */
const withoutPatch = ["POST /items", `GET ${item}`, `PUT ${item}`, `DELETE ${item}`];
const everything = ["POST /items", `GET ${item}`, `PUT ${item}`, `PATCH ${item}`, `DELETE ${item}`];

/** What shows only when one request follows another. */
export const stateful: readonly Mutant[] = [
  { name: "what is created is not kept", on: "POST /items", with: everything, codes: ["not-created", "broken-link"], fault: { store: (store) => ({ ...store, add: (value) => {
    const added = store.add(value);
    store.remove(added.id);
    return added;
  } }) } },
  { name: "what is deleted is kept", on: `DELETE ${item}`, with: everything, codes: ["not-deleted"], fault: { store: (store) => ({ ...store, remove: () => {} }) } },
  { name: "what is replaced stays as it was", on: `PUT ${item}`, with: withoutPatch, codes: ["not-updated"], fault: { store: (store) => ({ ...store, replace: (id, value) => {
    const before = store.item(id);
    const told = store.replace(id, value);
    if (before !== undefined) store.replace(id, before.value);
    return told;
  } }) } },
  { name: "a change changes nothing", on: `PATCH ${item}`, with: everything, codes: ["not-updated"], fault: inBody(`PATCH ${item} 200`, (body, asked) => {
    const change = parseJson(asked.body.toString());
    for (const name of typeof change === "object" && change !== null ? Object.keys(change) : []) body[name] = name === "name" ? "As it was" : name === "price" ? 1 : 3;
  }) },
  { name: "Location leads to another item", on: "POST /items", with: everything, codes: ["broken-link", "not-created"], fault: withHeader("POST /items 201", "location", "/items/00000000-0000-4000-8000-000000000002") },
  { name: "Location leads nowhere", on: "POST /items", with: everything, codes: ["broken-link", "not-created"], fault: withHeader("POST /items 201", "location", "/items/00000000-0000-4000-8000-ffffffffffff") },
  { name: "a member is lost on creation", on: "POST /items", with: everything, codes: ["not-created", "broken-echo"], fault: { store: (store) => ({ ...store, add: (value) => store.add({ ...value, name: "Thing" }) }) } },
  { name: "an order is not kept", on: "POST /orders", with: ["POST /orders", "GET /orders/{orderId}"], codes: ["not-created", "broken-link"], fault: { store: (store) => ({ ...store, order: (value) => ({ ...value, id: 900000, status: "open" }) }) } },
  { name: "the second DELETE makes it fail", on: `DELETE ${item}`, with: everything, codes: ["server-error"], fault: changed(`DELETE ${item} 404`, (answer) => ({ ...answer, status: 500, headers: { "content-type": "text/plain" }, body: "Something is broken" })) },
  { name: "what is deleted makes reading fail", on: `GET ${item}`, with: everything, codes: ["server-error"], fault: changed(`GET ${item} 404`, (answer) => ({ ...answer, status: 500, headers: { "content-type": "text/plain" }, body: "Something is broken" })) },
  { name: "the same item is another one each time", on: `GET ${item}`, with: everything, codes: ["not-repeatable", "not-created"], fault: flickering() },
];

/** Gives another name with every second answer. */
function flickering(): Mutant["fault"] {
  let count = 0;
  return inBody(`GET ${item} 200`, (body) => void (count++ % 2 === 1 && (body["name"] = "Another")));
}
