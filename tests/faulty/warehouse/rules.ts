import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import type { Json } from "../../../generator/json.ts";
import { Problem } from "./exchange.ts";

/** Refuses values that are not as the document says at a pointer, with a 400. */
export type Rules = (pointer: string, value: unknown) => void;

/** The rules of a document, each compiled when it is first asked for. */
export function rulesOf(document: Json): Rules {
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  ajvFormats.default(ajv);
  ajv.addSchema(JSON.parse(JSON.stringify(document)), "warehouse");
  return (pointer, value) => {
    const validate = ajv.getSchema(`warehouse#${encodeURI(pointer)}`);
    if (validate === undefined) throw new Error(`There is no schema at ${pointer}`);
    if (validate(value) !== true) throw new Problem(400, `It is not as ${pointer} says: ${ajv.errorsText(validate.errors)}`);
  };
}
