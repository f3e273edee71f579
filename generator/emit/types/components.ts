import type { Api } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, blockPieces, code, type Printable } from "../../print/printable.ts";
import { memberDoc, parameterType } from "../schema/parameter-type.ts";
import { typesFile } from "../schema/type-of.ts";
import { listOperations } from "./operations.ts";
import { bodyObject, pathItemObject, responseObject } from "./path-item.ts";

/** `export interface components { schemas: { Pet: Pet }; responses: …; … }`; a section that is empty is `never`. */
export function* componentsInterface(api: Api, plan: TypePlan): Iterable<Printable> {
  const { responses, parameters, requestBodies, headers, pathItems } = api.components;
  const listed = listOperations(api);
  const sections: [string, Printable[]][] = [
    ["schemas", schemaMembers(api, plan)],
    ["responses", responses.map((response) => member(response.component, responseObject(response, plan, "response"), jsDoc([response.doc.description])))],
    ["parameters", parameters.map((parameter) => member(parameter.component, parameterType(parameter, plan), memberDoc(parameter, plan)))],
    ["requestBodies", requestBodies.map((body) => member(body.component, bodyObject(body, plan, "request"), jsDoc([body.doc.description])))],
    ["headers", headers.map((header) => member(header.component, parameterType(header, plan, "response"), memberDoc(header, plan)))],
    ["pathItems", pathItems.map((item) => member(item.component, pathItemObject(item, { plan, listed, calledBy: "consumer" }), ""))],
  ];
  const lines = sections.map(([name, members]) => code`${name}: ${members.length === 0 ? "never" : block(members)};`);
  yield* blockPieces("export interface components ", lines);
}

function schemaMembers(api: Api, plan: TypePlan): Printable[] {
  return api.schemas.flatMap(({ id, component, schema }) => {
    const name = plan.names.get(id)?.name;
    if (component === undefined || name === undefined) return [];
    const deprecated = schema.doc?.deprecated === true ? [{ tag: "deprecated", text: "" }] : [];
    return [member(component, { name, from: typesFile }, jsDoc([], deprecated))];
  });
}

function member(component: string | undefined, type: Printable, doc: string): Printable {
  return code`${doc}${propertyKey(component ?? "")}: ${type};`;
}
