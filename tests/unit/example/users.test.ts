import assert from "node:assert/strict";
import test from "node:test";
import { sampleDirectory } from "../../../spec/example/sample-data.ts";
import { apiKeyByCredential, encodeApiKey, mayManageSecurity, userByPassword, userByToken } from "../../../spec/example/users.ts";

const [key] = sampleDirectory.apiKeys;

test("a key is known by the base64 of its id and its secret", () => {
  assert.equal(encodeApiKey(key), "VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw==");
  assert.equal(apiKeyByCredential(sampleDirectory, encodeApiKey(key))?.owner.name, "elastic");
});

test("a key with another secret is not known, nor is what is no key at all", () => {
  for (const credential of [encodeApiKey({ ...key, secret: "other" }), Buffer.from(key.id).toString("base64"), "", "%%%", "é"]) {
    assert.equal(apiKeyByCredential(sampleDirectory, credential), undefined);
  }
});

test("a user is known by name and password", () => {
  assert.equal(userByPassword(sampleDirectory, "bob", "changeme")?.name, "bob");
  for (const [name, password] of [["bob", "changed"], ["alice", "changeme"], ["", ""], ["bob", ""]] as const) {
    assert.equal(userByPassword(sampleDirectory, name, password), undefined);
  }
});

test("a token is known as it is", () => {
  assert.equal(userByToken(sampleDirectory, "an-example-token")?.name, "elastic");
  assert.equal(userByToken(sampleDirectory, "An-example-token"), undefined);
});

test("the privilege to manage security comes with a role", () => {
  assert.deepEqual(
    ([["superuser"], ["key_rotator"], ["monitoring_user"], ["monitoring_user", "key_rotator"], []] as const).map((roles) => mayManageSecurity({ name: "x", roles })),
    [true, true, false, true, false],
  );
});
