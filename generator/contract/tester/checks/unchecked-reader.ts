import type { Schema } from "../../../model/schema.ts";
import type { Contract } from "../../../runtime/server/contract.ts";
import { parameterReader } from "../../../runtime/server/read-parameters.ts";
import { withChecks } from "../with-checks.ts";

/** Reads the parameters that a request has, as the document types them: what their schemas refuse, too, and without defaults. Made once for each operation. */
export function uncheckedReader(contract: Contract<Schema>): ReturnType<typeof parameterReader> {
  const known = readers.get(contract) ?? readerOf(contract);
  readers.set(contract, known);
  return known;
}

const readers = new WeakMap<Contract<Schema>, ReturnType<typeof parameterReader>>();

function readerOf(contract: Contract<Schema>): ReturnType<typeof parameterReader> {
  const { parameters } = withChecks(contract, () => ({ is: () => true, violations: () => [] }));
  return parameterReader(parameters.map(({ default: _default, ...parameter }) => ({ ...parameter, required: false })), { unknownQuery: "ignore" });
}
