import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../../../generator/contract/tester/finding.ts";
import { alikeFindings, toldOfOthers } from "../../../../generator/cli/test/alike-findings.ts";

const request = { method: "GET", target: "/", headers: [] };
const evidence = { case: { phase: "negative", title: "", request, expectation: { kind: "any" } }, outcome: { kind: "failure", failure: "closed", message: "" } } as const;

function finding(operation: string, message: string, pointer = "/paths"): Finding {
  return { code: "invalid-request-accepted", severity: "error", operation, message, because: "", at: { uri: "a.yaml", pointer }, key: `${operation}${pointer}`, evidence, count: 1 };
}

test("what is said of several operations is one group, with the names of the others", () => {
  const groups = alikeFindings([finding("GET /a", "The status 404 is not documented"), finding("GET /b", "The status 404 is not documented"), finding("GET /b", "The status 400 is not documented")]);
  assert.deepEqual(groups.map((group) => [group.finding.operation, toldOfOthers(group)]), [["GET /a", ["The same of GET /b."]], ["GET /b", []]]);
});

test("what is said of several places of an operation is one group, with the places", () => {
  const [group] = alikeFindings(["/a", "/b", "/c"].map((pointer) => finding("PUT /a", "A request is accepted with 200 although its body breaks type", pointer)));
  assert.deepEqual(group && toldOfOthers(group), ["The same at #/b, #/c."]);
});

test("places beside the one that is told are their names", () => {
  const [group] = alikeFindings(["#/components/schemas/Book/properties/title", "#/components/schemas/Book/properties/size/properties/width", "#/components/schemas/Genre"].map((pointer) => finding("PUT /a", "It breaks type", pointer.slice(1))));
  assert.deepEqual(group && toldOfOthers(group), ["The same at size/properties/width, #/components/schemas/Genre."]);
});

test("where in a list it is, and whether it was 200 or 201, makes no other group", () => {
  const groups = alikeFindings([finding("GET /a", '200: "/items/4" of the body must be an object'), finding("POST /a", '201: "/items/17" of the body must be an object')]);
  assert.equal(groups.length, 1);
  assert.equal(alikeFindings([finding("GET /a", "The status 400 is not documented"), finding("GET /a", "The status 422 is not documented")]).length, 2);
});

test("of many others the first are named", () => {
  const [group] = alikeFindings(["a", "b", "c", "d", "e", "f", "g", "h"].map((name) => finding(name, "It is wrong")));
  assert.deepEqual(group && toldOfOthers(group), ["The same of b, c, d, e, f, and 2 more operations."]);
});

test("an error and a warning are two", () => {
  assert.equal(alikeFindings([finding("a", "It is wrong"), { ...finding("b", "It is wrong"), severity: "warning" }]).length, 2);
});
