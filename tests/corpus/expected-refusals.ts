const missingFile = "refers to a file that is not there";
const missingTarget = "refers to something that is not in the file";
const cycle = "a $ref that leads back to itself";

/** Documents of the corpus that one of the validators accepts, and that nobody can understand for all that. */
export const expectedRefusals: Readonly<Record<string, string>> = {
  "edge/ogen-go__ogen/openapi/parser/_testdata/negative/cyclic/pathItem.json": cycle,
  "edge/ogen-go__ogen/openapi/parser/_testdata/negative/cyclic/requestBody.json": cycle,
  "edge/ogen-go__ogen/openapi/parser/_testdata/negative/cyclic/response.json": cycle,
  "edge/ogen-go__ogen/openapi/parser/_testdata/negative/cyclic/securityScheme.json": cycle,
  "edge/swagger-api__swagger-parser/swagger-parser-v3/test.yaml": missingFile,
  "multifile/swagger-api__swagger-parser/swagger-parser-v3/issue-822.yaml": missingTarget,
  "multifile/swagger-api__swagger-parser/swagger-parser-v3/issue-901/spec.yaml": missingFile,
  "multifile/swagger-api__swagger-parser/swagger-parser-v3/issue-901/spec2.yaml": missingFile,
  "multifile/swagger-api__swagger-parser/swagger-parser-v3/issue-983.yaml": missingFile,
  "multifile/swagger-api__swagger-parser/swagger-parser-v3/nested-file-references/issue-335.json": missingFile,
  "multifile/swagger-api__swagger-parser/swagger-parser-v3/resolve-dot-containing-ref/externalRefSpec.yaml": missingFile,
  "swagger2/readmeio__oas/parser/test/specs/invalid/old-version.yaml": "is Swagger 1.2",
};
