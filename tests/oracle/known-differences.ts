/**
 * Where our types differ from those of openapi-typescript 7.13, and why. `place` is as in places.ts, or `*`: a golden case
 * that is about something it gets wrong differs in many places, and what we make of it stands beside the case. What is
 * made of a schema that differs may differ as well; only the schema itself is listed.
 */
export type KnownDifference = { document: string; place: string; reason: string };

const theirs = {
  bareMapping: "openapi-typescript takes a bare name in a discriminator's mapping for a file",
  booleans: "openapi-typescript throws on boolean schemas",
  deepRefs: "openapi-typescript does not compile where a $ref leads into a schema",
  nullable: "openapi-typescript does not compile for `nullable` beside allOf",
  recursion: "openapi-typescript refuses schemas that are made of themselves",
  siblings: "openapi-typescript ignores what stands beside a $ref",
  version32: "openapi-typescript drops the methods and parameters that are new in 3.2",
  values: "openapi-typescript goes by `type` or by `enum`, but not by both, and takes `null` for no name",
  anyOfRequired: "openapi-typescript makes `unknown` of an anyOf whose members only say `required`",
  anyObject: "openapi-typescript makes `Record<string, never>` of `type: object`, which accepts no object but the empty one",
  closedTuple: "openapi-typescript takes prefixItems for the whole array, and each of them for required",
  contentParameter: "openapi-typescript makes a string of a parameter that has `content`, whatever its schema",
  nameKeys: "openapi-typescript takes no notice of propertyNames",
  duplicateIds: "openapi-typescript refuses a document in which two operations have one operationId",
  identifiers: "openapi-typescript knows nothing of $id and $anchor",
  missing: "openapi-typescript refuses a document with a $ref that leads nowhere",
  moved: "openapi-typescript makes a member `$defs` of a file that has some",
  nulls: "openapi-typescript refuses members that are null",
  othersData: "openapi-typescript follows a $ref in an extension or an example",
  swagger2: "openapi-typescript refuses Swagger 2.0",
  requiredOnly: "openapi-typescript ignores a name in `required` that has no entry in `properties`",
};

const ours = {
  binary: "decided: what is binary in a request is a Blob, not a string",
  inherited: "decided: an optional member that is called like one that every object inherits may be that one",
  readWrite: "decided: members that are writeOnly are not in what is received, and those that are readOnly not in what is sent",
};

const huts = "tests/bench/documents/mountain-huts.yaml";
const golden = (name: string) => `tests/golden/${name}/openapi.yaml`;
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

  { document: golden("bodies"), place: "*", reason: ours.binary },
  { document: golden("client-bodies"), place: "*", reason: ours.binary },
  { document: golden("client-parameters"), place: "*", reason: theirs.contentParameter },
  { document: golden("client-results"), place: "*", reason: ours.binary },
  { document: golden("client-streams"), place: "*", reason: theirs.version32 },
  { document: golden("comments"), place: "*", reason: theirs.closedTuple },
  { document: golden("dangling"), place: "*", reason: theirs.missing },
  { document: golden("duplicate-operation-ids"), place: "*", reason: theirs.duplicateIds },
  { document: golden("files"), place: "*", reason: theirs.moved },
  { document: golden("identifiers"), place: "*", reason: theirs.identifiers },
  { document: golden("null-members"), place: "*", reason: theirs.nulls },
  { document: golden("others-data"), place: "*", reason: theirs.othersData },
  { document: golden("parameters"), place: "*", reason: theirs.contentParameter },
  { document: golden("swagger-2"), place: "*", reason: theirs.swagger2 },
  { document: golden("boolean-schemas"), place: "*", reason: theirs.booleans },
  { document: golden("deep-refs"), place: "*", reason: theirs.deepRefs },
  { document: golden("defaults"), place: "/components/schemas/Settings", reason: theirs.anyObject },
  { document: golden("discriminator-inherited"), place: "*", reason: theirs.bareMapping },
  { document: golden("discriminator-union"), place: "*", reason: theirs.bareMapping },
  { document: golden("incoming"), place: "/components/schemas/Event", reason: ours.readWrite },
  { document: golden("lists"), place: "*", reason: theirs.closedTuple },
  { document: golden("nullable-3.0"), place: "*", reason: theirs.nullable },
  { document: golden("objects"), place: "*", reason: theirs.anyObject },
  { document: golden("recursion"), place: "*", reason: theirs.recursion },
  { document: golden("ref-siblings-3.1"), place: "*", reason: theirs.siblings },
  { document: golden("required-elsewhere"), place: "*", reason: theirs.requiredOnly },
  { document: golden("values"), place: "*", reason: theirs.values },
  { document: golden("version-3.2"), place: "*", reason: theirs.version32 },
  { document: golden("views"), place: "*", reason: ours.readWrite },

  { document: "real/petstore-official.yaml", place: "paths post /pet/{petId}/uploadImage requestBody", reason: ours.binary },
  { document: "real/xero-assets.yaml", place: "/components/schemas/Setting", reason: theirs.requiredOnly },
  { document: sendgrid, place: "/components/schemas/ErrorResponse", reason: theirs.anyObject },
  { document: sendgrid, place: "/components/requestBodies/PostMailSend", reason: theirs.anyObject },
  { document: sendgrid, place: "paths post /v3/mail/send requestBody", reason: theirs.anyObject },
];
