import { escapePointer } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import { isHidden } from "../../../model/views.ts";
import { isRecord } from "../../../runtime/validate/record.ts";
import type { Found } from "../found.ts";
import type { CheckTools } from "./check-tools.ts";
import type { CheckedExchange } from "./checked-exchange.ts";

/**
 * Whether an answer shows what is only written (JSON Schema Validation §9.4: `writeOnly`, "the value is never present when the instance is
 * retrieved"; OAS 3.0: it SHOULD NOT be sent as part of the response). What is null is not shown.
 */
export function checkWriteOnly({ tested, documented, content, body }: CheckedExchange, tools: CheckTools): Found[] {
  const schema = content?.contract.check;
  if (schema === undefined || body === undefined || !hidesSomething(schema, tools)) return [];
  const items: readonly unknown[] = (content?.contract.kind === "lines" || content?.contract.kind === "events") && Array.isArray(body.value) ? body.value : [body.value];
  const shown = items.flatMap((item) => shownIn({ schema, value: item, path: "" }, tools));
  return [...new Map(shown.map((each) => [each.at, each])).values()].map(({ at, path }) => ({
    code: "invalid-response-body", severity: "warning", operation: tested.name, at: tools.at(at), key: `${at} writeOnly`,
    message: `${documented.status}: "${path}" of the body is shown, although it is only written`,
    because: "The document's schema says so: writeOnly; JSON Schema Validation §9.4: its value is never present when the instance is retrieved",
  }));
}

type Place = { readonly schema: Schema; readonly value: unknown; readonly path: string };

/** In branches of unions, only where the value is of that branch: elsewhere the annotation does not hold. */
function shownIn(start: Place, tools: CheckTools): { readonly at: string; readonly path: string }[] {
  const { schemas, judge } = tools;
  const shown: { at: string; path: string }[] = [];
  const work = [start];
  const push = (place: Place) => {
    if (hidesSomething(place.schema, tools)) work.push(place);
  };
  for (let place = work.pop(); place !== undefined && work.length < most; place = work.pop()) {
    const { schema, value, path } = place;
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
    const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter((branch) => hidesSomething(branch, tools) && judge.accepts(branch, value));
    for (const part of [...(target === undefined ? [] : [target]), ...(schema.allOf ?? []), ...branches]) push({ schema: part, value, path });
    if (Array.isArray(value)) {
      const { items, prefixItems = [] } = schema;
      for (const [index, item] of value.entries()) for (const each of [prefixItems[index] ?? items].filter((one) => one !== undefined)) push({ schema: each, value: item, path: `${path}/${index}` });
    } else if (isRecord(value)) {
      for (const property of schema.properties ?? []) {
        const { name, schema: member } = property;
        if (!Object.hasOwn(value, name)) continue;
        const at = `${path}/${escapePointer(name)}`;
        if (!isHidden(property, "response", schemas)) push({ schema: member, value: value[name], path: at });
        else if (value[name] !== null) shown.push({ at: member.at, path: at });
      }
    }
  }
  return shown;
}

const most = 20_000;

/** Most schemas hide nothing, and need not be walked through with each value. */
function hidesSomething(root: Schema, { schemas }: CheckTools): boolean {
  const known = hiding.get(root) ?? [...reachable(root, schemas)].some(({ properties = [] }) => properties.some((property) => isHidden(property, "response", schemas)));
  hiding.set(root, known);
  return known;
}

const hiding = new WeakMap<Schema, boolean>();

function reachable(root: Schema, schemas: CheckTools["schemas"]): Set<Schema> {
  const found = new Set([root]);
  // The set grows while it is walked.
  for (const { ref, allOf = [], oneOf = [], anyOf = [], properties = [], items, prefixItems = [] } of found) {
    const target = ref === undefined ? undefined : schemas.get(ref);
    for (const part of [target, items, ...allOf, ...oneOf, ...anyOf, ...prefixItems, ...properties.map(({ schema }) => schema)]) if (part !== undefined) found.add(part);
  }
  return found;
}
