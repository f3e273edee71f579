import type { Diagnostic } from "../../diagnostics.ts";
import type { Json } from "../../json.ts";
import { isObject, member } from "../../json.ts";
import { chooseFailures } from "./choose-failures.ts";
import { describeFailure } from "./describe-failure.ts";
import { evaluate } from "./evaluate.ts";
import type { Failure } from "./failure.ts";
import type { Version } from "./official-schemas.ts";
import { knownDialect, officialSchema } from "./official-schemas.ts";

/**
 * What the official schema of its version finds wrong with a document, as it stands in its file. Nothing where the version
 * is not one of OpenAPI's: load/ says so.
 */
export function checkStructure(root: Json, uri: string): Diagnostic[] {
  const version = versionOf(root);
  if (version === undefined) return [];
  const { schema, store } = officialSchema(version, { ownDialect: declaresOwnDialect(root) });
  const failures = chooseFailures(evaluate(root, schema, store), store);
  return failures.filter((failure) => !isComponentName(failure)).map((failure) => describeFailure(failure, uri, store));
}

function versionOf(root: Json): Version | undefined {
  if (!isObject(root)) return undefined;
  const version = String(member(root, "openapi") ?? member(root, "swagger") ?? "").slice(0, 3);
  return versions.find((each) => each === version);
}

const versions = ["2.0", "3.0", "3.1", "3.2"] as const satisfies Version[];

function declaresOwnDialect(root: Json): boolean {
  const dialect = isObject(root) ? member(root, "jsonSchemaDialect") : undefined;
  return typeof dialect === "string" && !new RegExp(knownDialect, "u").test(dialect);
}

/** Real documents have names such as `_types:Id` under components; load/ warns of them, and nothing breaks. */
function isComponentName({ problem, at }: Failure): boolean {
  return problem.kind === "name" && at?.parent?.parent?.token === "components" && at.parent.parent.parent === undefined;
}
