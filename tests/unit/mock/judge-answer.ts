import { type SchemaChecker, schemaChecker } from "../../../generator/contract/schema-checker.ts";
import { type Json, parseJson } from "../../../generator/json.ts";
import type { Api, MediaType, Operation, Response as Documented } from "../../../generator/model/api.ts";
import { essenceOf, mediaKindOf } from "../../../generator/model/media-kind.ts";

/** Says in which ways answers are not as the document has them, by ajv and not by what the mock judges with. */
export type JudgeAnswer = (operation: Operation, answer: Response) => Promise<string[]>;

/** A judge of the answers of an Api. */
export function answerJudge(api: Api): JudgeAnswer {
  const check = schemaChecker(api);
  return async (operation, answer) => {
    const documented = find(operation.responses, answer.status);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (documented === undefined) return [`status ${answer.status} is not documented: ${new TextDecoder().decode(bytes).slice(0, 300)}`];
    const missing = documented.headers.filter(({ name, required }) => required && name.toLowerCase() !== "content-type" && answer.headers.get(name) === null).map(({ name }) => `no header ${name}`);
    const isEmpty = documented.content.length === 0 || operation.method.toLowerCase() === "head" || [204, 205, 304].includes(answer.status);
    if (isEmpty) return [...missing, ...(bytes.length > 0 ? ["has a body"] : [])];
    const type = answer.headers.get("content-type") ?? "";
    const content = documented.content.find(({ name }) => name === type) ?? documented.content.find(({ name }) => essenceOf(name) === essenceOf(type)) ?? documented.content.find(({ name }) => name.includes("*"));
    if (content === undefined) return [...missing, `the media type ${type} is not documented`];
    return [...missing, ...judgeBody(content, new TextDecoder().decode(bytes), check)];
  };
}

function find(responses: readonly Documented[], status: number): Documented | undefined {
  const named = (name: string) => responses.find((response) => response.status.toUpperCase() === name);
  return named(String(status)) ?? named(`${String(status).charAt(0)}XX`) ?? named("DEFAULT");
}

function judgeBody(content: MediaType, text: string, check: SchemaChecker): string[] {
  const { schema, itemSchema } = content;
  const judge = (value: Json | undefined, by: typeof schema) => {
    if (value === undefined) return ["is no JSON"];
    try {
      return by === undefined ? [] : check(value, by, "response").map(({ pointer, message }) => `${pointer} ${message}`);
    } catch (error) {
      return error instanceof Error && /can't resolve|no schema|invalid/i.test(error.message) ? [] : [String(error)];
    }
  };
  switch (mediaKindOf(content)) {
    case "json": return judge(parseJson(text), schema);
    case "text": return schema === undefined || !schema.types?.includes("string") ? [] : judge(text, schema);
    case "lines": return text.split("\n").filter((line) => line !== "").flatMap((line) => judge(parseJson(line.replace("\u001e", "")), itemSchema ?? schema?.items));
    case "events": return text.includes("data:") ? [] : ["has no event"];
    default: return text.length > 0 ? [] : ["is empty"];
  }
}
