import { propertyKey, stringLiteral } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import type { Namespaces } from "../call/namespaces.ts";
import type { Call } from "../call/plan-calls.ts";
import { rowOf } from "../call/row.ts";

/** `{ pets: { list: "GET /pets{?limit}", star: ["PUT /pets/{id}/star", accept("text/html")] } }` */
export function tableOf({ root, spaces }: Namespaces<Call>): Printable {
  const groups = [...spaces].map(([name, calls]) => code`${propertyKey(name)}: ${block(calls.map(row))},`);
  return block([...root.map(row), ...groups]);
}

// The rows of operations.ts once more: texts that stand beside each other take less room in a bundle than constants.
function row(call: Call): Printable {
  const { name: { method }, route, parts } = call;
  const value = parts.length === 0 ? stringLiteral(route) : code`[${rowOf(call, { pure: false })}]`;
  return code`${propertyKey(method)}: ${value},`;
}
