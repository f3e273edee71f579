/**
 * `node --import tsx tests/conformance/json-schema-types/run.ts [--peer]` lists what our types (or openapi-typescript's)
 * get wrong of the JSON-Schema-Test-Suite, and counts it.
 */
import { assignInstances, count, type Outcome } from "./assign-instances.ts";
import { generateGroups, generateGroupsWithPeer } from "./generate-groups.ts";

const generated = await (process.argv.includes("--peer") ? generateGroupsWithPeer() : generateGroups());
const outcome = await assignInstances(generated);
print(outcome);
console.log(`${generated.length} groups`);
console.log("assignable", count(outcome));
console.log("fresh     ", count(await assignInstances(generated, "fresh")));

function print({ failed, broken, instances }: Outcome): void {
  for (const { group, failure } of failed) console.log(`failed   ${group.file} "${group.description}": ${failure?.split("\n", 1)[0]}`);
  for (const { group, error } of broken) console.log(`broken   ${group.file} "${group.description}": ${error.line}: ${error.message}`);
  for (const { group, instance, error } of instances) {
    const verdict = instance.valid ? (error ? "refused " : undefined) : error ? undefined : "missed  ";
    if (verdict) console.log(`${verdict} ${group.file} "${group.description}": "${instance.description}" ${JSON.stringify(instance.data)}`);
  }
}
