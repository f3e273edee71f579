import type { Location } from "../../../diagnostics.ts";
import type { Document } from "../../../load/document.ts";
import type { Api } from "../../../model/api.ts";
import { schemaById } from "../../../model/lookup.ts";
import type { Pointer, Schema, SchemaId } from "../../../model/schema.ts";
import { schemeContracts } from "../../../model/scheme-contracts.ts";
import type { SchemeContract } from "../../../runtime/server/contract.ts";
import { remembered } from "../remembered.ts";
import { type LetIn, letIn } from "./let-in.ts";
import type { ResponseJudge } from "../response-judge.ts";
import { responseJudge } from "../response-judge.ts";

/** What every check needs to know of a document, and of what came before. */
export type CheckTools = {
  readonly at: (pointer: Pointer) => Location;
  readonly judge: ResponseJudge;
  readonly schemas: ReadonlyMap<SchemaId, Schema>;
  readonly schemes: ReadonlyMap<string, SchemeContract>;
  /** What the server has accepted so far that it should not have. */
  readonly letIn: LetIn;
};

/** What the checks of exchanges need to know of a document, made once for all of them, and of the server that they are with. */
export function checkTools(document: Pick<Document, "at">, api: Api): CheckTools {
  return {
    at: remembered((pointer) => document.at(pointer)),
    judge: responseJudge(api),
    schemas: schemaById(api),
    schemes: schemeContracts(api),
    letIn: letIn(),
  };
}
