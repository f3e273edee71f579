// Fastify that also validates its answers: ajv before they are serialised.
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { start as startFastify } from "./fastify.mjs";

export function start(route) {
  return startFastify(route, (name, schemas) => {
    const ajv = new Ajv2020({ strict: false, schemas });
    formats.default(ajv);
    const validate = ajv.getSchema(name);
    return async (request, reply, payload) => {
      if (reply.statusCode < 300 && !validate(payload)) throw new Error("the answer is not what the document says");
      return payload;
    };
  });
}
