import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "./fake-document.ts";

test("an operation without security has the document's, and an empty list asks for nothing", () => {
  const { api, notes } = build({
    security: [{ key: [] }, {}],
    paths: { "/a": { get: {}, put: { security: [] }, post: { security: [{ oauth: ["read"], key: [] }] } } },
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" }, oauth: { type: "oauth2", flows: {} } } },
  });
  const own = [{ schemes: [{ scheme: "oauth", scopes: ["read"] }, { scheme: "key", scopes: [] }] }];
  const inherited = [{ schemes: [{ scheme: "key", scopes: [] }] }, { schemes: [] }];
  assert.deepEqual(api.operations.map(({ security }) => security), [inherited, [], own]);
  assert.deepEqual(api.security, inherited);
  assert.deepEqual(notes, []);
});

test("a scheme that the document does not have is reported and kept", () => {
  const { api, notes } = build({ security: [{ constructor: [] }], components: { securitySchemes: {} } });
  assert.deepEqual(api.security, [{ schemes: [{ scheme: "constructor", scopes: [] }] }]);
  assert.deepEqual(notes, ["unknown-security-scheme /security/0/constructor"]);
});

test("every type of scheme has what belongs to it", () => {
  const { api, notes } = build({
    components: {
      securitySchemes: {
        key: { type: "apiKey", in: "cookie", name: "sid", description: "Session" },
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        oauth: { type: "oauth2", oauth2MetadataUrl: "/meta", flows: { clientCredentials: { tokenUrl: "/token", scopes: { read: "Reads" } } } },
        oidc: { type: "openIdConnect", openIdConnectUrl: "/oidc", "x-a": 1 },
        tls: { type: "mutualTLS" },
        bad: { type: "basic" },
        keyless: { type: "apiKey" },
      },
    },
  });
  const at = "/components/securitySchemes";
  assert.deepEqual(api.components.securitySchemes, [
    { at: `${at}/key`, component: "key", name: "key", kind: "apiKey", in: "cookie", parameter: "sid", doc: { description: "Session" }, extensions: [] },
    { at: `${at}/bearer`, component: "bearer", name: "bearer", kind: "http", scheme: "bearer", bearerFormat: "JWT", doc: {}, extensions: [] },
    {
      at: `${at}/oauth`, component: "oauth", name: "oauth", kind: "oauth2", metadataUrl: "/meta",
      flows: [{ kind: "clientCredentials", tokenUrl: "/token", scopes: [{ name: "read", description: "Reads" }] }], doc: {}, extensions: [],
    },
    { at: `${at}/oidc`, component: "oidc", name: "oidc", kind: "openIdConnect", url: "/oidc", doc: {}, extensions: [{ name: "x-a", value: 1 }] },
    { at: `${at}/tls`, component: "tls", name: "tls", kind: "mutualTLS", doc: {}, extensions: [] },
  ]);
  assert.deepEqual(notes, [`ignored ${at}/bad`, `ignored ${at}/keyless`]);
});
