import type { Json } from "../json.ts";
import type { Doc, Extension, Pointer, Schema, SchemaId } from "./schema.ts";

/**
 * An API: what every emitter, the contract checks and diff work from. Plain data, blind to the OpenAPI version.
 * Things that the document defines once under `components` and refers to are shared objects with `component` set.
 */
export type Api = {
  info: Info;
  servers: Server[];
  tags: Tag[];
  /** The document's own `security`; each operation has its effective one already. */
  security: SecurityRequirement[];
  paths: PathItem[];
  /** Requests that the API's owner sends and a consumer receives: `webhooks` of the document. */
  webhooks: PathItem[];
  /** Every operation under `paths`, in the document's order; the same objects as in `paths`. */
  operations: Operation[];
  /** Every schema that has a name: components first, then targets of other `$ref`s, each in the document's order. */
  schemas: NamedSchema[];
  components: Components;
  extensions: Extension[];
};

/** `{ title: "Elasticsearch", version: "9.1", doc: { description: "…" } }` */
export type Info = {
  title: string;
  version: string;
  termsOfService?: string;
  contact?: { name?: string; url?: string; email?: string };
  license?: { name?: string; identifier?: string; url?: string };
  doc: Doc;
};

/** `{ id: "/components/schemas/Pet", component: "Pet", schema: {…} }`. Without `component` it is the target of a deep `$ref`. */
export type NamedSchema = { id: SchemaId; component?: string; schema: Schema };

/**
 * What the document keeps for reuse, apart from schemas (`Api.schemas`). Each has `component` set. What has its key from the
 * place that refers to it has none here: the `status` of a response and the `path` of a path item are "".
 */
export type Components = {
  responses: Response[];
  parameters: Parameter[];
  requestBodies: RequestBody[];
  headers: Header[];
  pathItems: PathItem[];
  callbacks: Callback[];
  examples: Example[];
  links: Link[];
  mediaTypes: MediaType[];
  securitySchemes: SecurityScheme[];
};

/** `{ path: "/pets/{id}", parameters: […], operations: […] }`. For a webhook, `path` is its name. */
export type PathItem = {
  at: Pointer;
  component?: string;
  path: string;
  parameters: Parameter[];
  operations: Operation[];
  servers?: Server[];
  doc: Doc;
  extensions: Extension[];
};

/**
 * One method of one path.
 *
 *     { method: "post", path: "/_security/api_key/{ids}/_clear_cache", operationId: "security-clear-api-key-cache",
 *       tags: ["security"], parameters: […], responses: […], security: […] }
 */
export type Operation = {
  at: Pointer;
  /** As the document writes it: `get`, `query`, or a name of 3.2's `additionalOperations` such as `COPY`. */
  method: string;
  /** `true` for a member of 3.2's `additionalOperations`. */
  additional?: boolean;
  path: string;
  /** As in the document. Two operations can share one in a faulty document; then only the first has it here. */
  operationId?: string;
  tags: string[];
  /** Those of the path item and its own, which win (OAS: "unique by name and location"). */
  parameters: Parameter[];
  requestBody?: RequestBody;
  /** In the document's order. */
  responses: Response[];
  callbacks: Callback[];
  /** Any one of these suffices; an empty `schemes` is anonymous access. An empty list: no credentials are asked for. */
  security: SecurityRequirement[];
  /** The operation's own servers, else its path item's, else none: then the Api's count. */
  servers?: Server[];
  doc: Doc;
  extensions: Extension[];
};

export type ParameterLocation = "path" | "query" | "header" | "cookie" | "querystring";
export type ParameterStyle = "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie";

/** `{ name: "ids", in: "path", required: true, style: "simple", explode: false, schema: {…} }`; defaults are filled in. */
export type Parameter = {
  at: Pointer;
  component?: string;
  name: string;
  in: ParameterLocation;
  required: boolean;
  style: ParameterStyle;
  explode: boolean;
  allowReserved: boolean;
  allowEmptyValue: boolean;
  /** Either `schema`, or exactly one `content`. Neither: anything goes. */
  schema?: Schema;
  content?: MediaType;
  examples: Example[];
  doc: Doc;
  extensions: Extension[];
};

/** `{ required: true, content: [{ name: "application/json", schema: {…} }] }` */
export type RequestBody = {
  at: Pointer;
  component?: string;
  required: boolean;
  content: MediaType[];
  doc: Doc;
  extensions: Extension[];
};

/** `{ status: "200", headers: […], content: […] }`; a status is `"200"`, `"4XX"` or `"default"`. */
export type Response = {
  at: Pointer;
  component?: string;
  status: string;
  headers: Header[];
  content: MediaType[];
  links: Link[];
  doc: Doc;
  extensions: Extension[];
};

/** A response header, or the header of a multipart part. Its style is always `simple` (OAS "Header Object"). */
export type Header = {
  at: Pointer;
  component?: string;
  name: string;
  required: boolean;
  explode: boolean;
  schema?: Schema;
  content?: MediaType;
  examples: Example[];
  doc: Doc;
  extensions: Extension[];
};

/** `{ name: "application/json", schema: {…}, encoding: [], examples: [] }`; `itemSchema` is one item of a stream (3.2). */
export type MediaType = {
  at: Pointer;
  component?: string;
  name: string;
  schema?: Schema;
  itemSchema?: Schema;
  encoding: Encoding[];
  prefixEncoding?: Encoding[];
  itemEncoding?: Encoding;
  examples: Example[];
  extensions: Extension[];
};

/** How one property of a form goes over the wire: `{ property: "photo", contentType: "image/png", headers: [] }`. */
export type Encoding = {
  at: Pointer;
  property?: string;
  contentType?: string;
  headers: Header[];
  style?: ParameterStyle;
  explode?: boolean;
  allowReserved?: boolean;
  encoding: Encoding[];
  prefixEncoding?: Encoding[];
  itemEncoding?: Encoding;
};

/** `{ name: "one", value: { value: "a" } }`. A bare `example` has the name "". */
export type Example = {
  at: Pointer;
  component?: string;
  name: string;
  /** The value as data: `value`, or 3.2's `dataValue`. */
  value?: { value: Json };
  /** 3.2's `serializedValue`: the value as it is on the wire. */
  serialized?: string;
  externalValue?: string;
  doc: Doc;
};

/** `{ name: "onEvent", pathItems: [{ path: "{$request.body#/url}", … }] }` */
export type Callback = { at: Pointer; component?: string; name: string; pathItems: PathItem[]; extensions: Extension[] };

/** `{ name: "next", operationId: "list", parameters: [{ name: "page", value: "$response.body#/next" }] }` */
export type Link = {
  at: Pointer;
  component?: string;
  name: string;
  operationId?: string;
  operationRef?: string;
  parameters: { name: string; value: Json }[];
  requestBody?: { value: Json };
  doc: Doc;
};

/** `{ schemes: [{ scheme: "basicAuth", scopes: [] }] }`: all of `schemes` together. */
export type SecurityRequirement = { schemes: { scheme: string; scopes: string[] }[] };

export type SecurityScheme = { at: Pointer; component?: string; name: string; doc: Doc; extensions: Extension[] } & (
  | { kind: "apiKey"; in: "header" | "query" | "cookie"; parameter: string }
  | { kind: "http"; scheme: string; bearerFormat?: string }
  | { kind: "oauth2"; flows: OAuthFlow[]; metadataUrl?: string }
  | { kind: "openIdConnect"; url: string }
  | { kind: "mutualTLS" }
);

/** `{ kind: "clientCredentials", tokenUrl: "…", scopes: [{ name: "read", description: "…" }] }` */
export type OAuthFlow = {
  kind: string;
  authorizationUrl?: string;
  deviceAuthorizationUrl?: string;
  tokenUrl?: string;
  refreshUrl?: string;
  scopes: { name: string; description: string }[];
};

/** `{ url: "https://{host}/v1", variables: [{ name: "host", default: "localhost" }] }` */
export type Server = {
  at: Pointer;
  url: string;
  name?: string;
  description?: string;
  variables: { name: string; default: string; enum?: string[]; description?: string }[];
};

/** `{ name: "security", doc: { description: "…" } }` */
export type Tag = { name: string; parent?: string; kind?: string; doc: Doc; extensions: Extension[] };
