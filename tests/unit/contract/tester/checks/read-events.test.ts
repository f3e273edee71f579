import assert from "node:assert/strict";
import { test } from "node:test";
import { readEvents } from "../../../../../generator/contract/tester/checks/read-events.ts";

test("events are the blocks that have data, with the fields that are there", () => {
  assert.deepEqual(readEvents('event: seen\nid: 1\ndata: {"a":1}\n\n: still here\n\ndata: 2\r\n\r\n', { json: true }), [{ data: { a: 1 }, event: "seen", id: "1" }, { data: 2 }]);
  assert.deepEqual(readEvents("data: a\ndata:b\nretry: 10\n\n", { json: false }), [{ data: "a\nb", retry: 10 }]);
});

test("an event that the end cuts off is none, and a stream of comments has none", () => {
  assert.deepEqual(readEvents("data: a\n\ndata: b\n", { json: false }), [{ data: "a" }]);
  assert.deepEqual(readEvents(": wait\n\n", { json: false }), []);
  assert.deepEqual(readEvents("", { json: true }), []);
});

test("data that is no JSON is said with the number of its event, and so is a stream of something else", () => {
  assert.match(String(readEvents("data: 1\n\ndata: [object Object]\n\n", { json: true })), /^has data that is no JSON in its event 1: must be JSON/);
  assert.equal(readEvents('{"a":1}\n{"a":2}\n', { json: true }), "has no event: its lines are none of event, data, id and retry");
});
