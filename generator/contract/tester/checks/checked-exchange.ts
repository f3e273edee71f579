import type { MediaType, Response } from "../../../model/api.ts";
import type { Schema } from "../../../model/schema.ts";
import type { ContentContract } from "../../../runtime/server/contract.ts";
import type { WireRequest, WireResponse } from "../exchange.ts";
import type { TestedOperation } from "../phase.ts";

/** What a check needs of an operation. */
export type CheckedOperation = Pick<TestedOperation, "operation" | "name" | "contract">;

/** An exchange whose status is documented, as far as it could be read. */
export type CheckedExchange = {
  readonly tested: CheckedOperation;
  readonly request: WireRequest;
  readonly response: WireResponse;
  /** What the document has for the status: exactly, or its range, or `default`. */
  readonly documented: Response;
  /** What the document has for the content type; none where it has none such, or there is no body. */
  readonly content: DocumentedContent | undefined;
  /** What the body says: a JSON value, a text, a list of lines. None where it could not be read, or is bytes. */
  readonly body: { readonly value: unknown } | undefined;
  /** In lower case: headers of the answer that are not written as their standards say. */
  readonly brokenHeaders: ReadonlySet<string>;
  /** The request asked for a part of the answer only: what is missing in the body may be. */
  readonly isPartial: boolean;
};

export type DocumentedContent = { readonly mediaType: MediaType; readonly contract: ContentContract<Schema> };
