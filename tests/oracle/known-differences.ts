/**
 * Where our types differ from those of openapi-typescript 7.13, and why. `place` is as in places.ts. What is made of a
 * schema that differs may differ as well; only the schema itself is listed.
 */
export type KnownDifference = { document: string; place: string; reason: string };

const theirs = {
  anyOfRequired: "openapi-typescript makes `unknown` of an anyOf whose members only say `required`",
  anyObject: "openapi-typescript makes `Record<string, never>` of `type: object`, which accepts no object but the empty one",
  closedTuple: "openapi-typescript takes prefixItems for the whole array, and each of them for required",
  contentParameter: "openapi-typescript makes a string of a parameter that has `content`, whatever its schema",
  nameKeys: "openapi-typescript takes no notice of propertyNames",
  requiredOnly: "openapi-typescript ignores a name in `required` that has no entry in `properties`",
};

const ours = {
  binary: "decided: what is binary in a request is a Blob, not a string",
  inherited: "decided: an optional member that is called like one that every object inherits may be that one",
  readWrite: "decided: members that are writeOnly are not in what is received, and those that are readOnly not in what is sent",
};

const huts = "tests/bench/documents/mountain-huts.yaml";
const sendgrid = "real/sendgrid-mail-v3.json";

export const knownDifferences: KnownDifference[] = [
  { document: "tests/oracle/documents/operations.yaml", place: "paths put /things/{id}/{part} parameters", reason: theirs.contentParameter },
  { document: "tests/oracle/documents/schemas.yaml", place: "/components/schemas/odd-Names.in_it", reason: ours.inherited },

  { document: huts, place: "/components/schemas/HutFeatures", reason: theirs.closedTuple },
  { document: huts, place: "/components/schemas/Forecast", reason: theirs.closedTuple },
  { document: huts, place: "/components/schemas/Contact", reason: theirs.anyOfRequired },
  { document: huts, place: "/components/schemas/Night", reason: theirs.nameKeys },
  { document: huts, place: "/components/schemas/Booking", reason: ours.readWrite },
  { document: huts, place: "/components/schemas/Card", reason: ours.readWrite },
  { document: huts, place: "paths put /huts/{hutId}/notices requestBody", reason: ours.readWrite },
  { document: huts, place: "paths post /huts/{hutId}/photos requestBody", reason: ours.binary },

  { document: "real/petstore-official.yaml", place: "paths post /pet/{petId}/uploadImage requestBody", reason: ours.binary },
  { document: "real/xero-assets.yaml", place: "/components/schemas/Setting", reason: theirs.requiredOnly },
  { document: sendgrid, place: "/components/schemas/ErrorResponse", reason: theirs.anyObject },
  { document: sendgrid, place: "/components/requestBodies/PostMailSend", reason: theirs.anyObject },
  { document: sendgrid, place: "paths post /v3/mail/send requestBody", reason: theirs.anyObject },
];
