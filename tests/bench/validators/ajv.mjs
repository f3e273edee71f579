// The same document, compiled when it starts.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const ajv = formats.default(new Ajv2020({ strict: false, validateSchema: false }));

const schemaOf = (name, component) => {
  ajv.addSchema(JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8")), name);
  return ajv.compile({ $ref: `${name}#/components/schemas/${component}` });
};

export const isAnswer = schemaOf("contract", "ClearApiKeyCacheResponse");
export const isOrder = schemaOf("orders", "Order");
