import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ArgumentError } from "../../generator/runtime/errors.ts";
import { operation, type Part } from "../../generator/runtime/operation.ts";
import { label, matrix, simpleObject } from "../../generator/runtime/path-styles.ts";
import { formAny, reserved } from "../../generator/runtime/query-styles.ts";
import { corpusFolder, withoutCorpus } from "../support/corpus.ts";
import { wireServer } from "../support/wire-server.ts";

// The public test suite of RFC 6570, as far as OpenAPI's styles are its operators (OAS 3.2 appendix C).
type Suite = { [group: string]: { variables: { [name: string]: unknown }; testcases: [template: string, expected: string | string[] | false][] } };

const folder = join("suites", "uritemplate-test");
const skip = withoutCorpus(folder);
const files = ["spec-examples.json", "spec-examples-by-section.json"];
const { received, sent } = wireServer();

const outcomes = new Map<string, number>();

for (const file of files) {
  const suite: Suite = skip === false ? JSON.parse(readFileSync(join(corpusFolder, folder, file), "utf8")) : {};
  for (const [group, { variables, testcases }] of Object.entries(suite)) {
    describe(`${file}: ${group}`, { skip }, () => {
      for (const [template, expected] of testcases) {
        const outcome = judge(template, variables);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (outcome !== "sent" && outcome !== "refused") continue;
        test(`${template} is ${outcome === "sent" ? String(expected) : outcome}`, () => check(template, variables, outcome === "sent" ? [expected].flat() : []));
      }
    });
  }
}

test("every case of the suite is sent, refused or of no use to OpenAPI", { skip }, () => {
  assert.deepEqual(Object.fromEntries(outcomes), {
    sent: 90,
    refused: 11,
    "{#…}: a fragment is not sent to a server": 20,
    "{/…}: no style makes segments": 26,
    "{&…}: a path of OpenAPI has no query of its own": 18,
    "{name:3}: nothing in OpenAPI cuts a value off": 12,
    "{+name*}: exploded, a query parameter has its name before each value": 4,
  });
});

/** What becomes of a case: `sent`, `refused`, or why OpenAPI has no such thing. */
function judge(template: string, variables: Suite[string]["variables"]): string {
  const expressions = expressionsOf(template);
  if (expressions.some(({ operator }) => operator === "#")) return "{#…}: a fragment is not sent to a server";
  if (expressions.some(({ operator }) => operator === "/")) return "{/…}: no style makes segments";
  if (expressions.some(({ operator }) => operator === "&")) return "{&…}: a path of OpenAPI has no query of its own";
  if (expressions.some(({ names }) => names.some(({ prefix }) => prefix))) return "{name:3}: nothing in OpenAPI cuts a value off";
  if (expressions.some(({ operator, names }) => operator === "+" && names.some(({ explode }) => explode))) {
    return "{+name*}: exploded, a query parameter has its name before each value";
  }
  const inPath = expressions.filter(({ operator }) => operator !== "?" && operator !== "+");
  return inPath.some(({ operator, names }) => names.some(({ name }) => isEmpty(variables[name], operator))) ? "refused" : "sent";
}

/** RFC 6570 leaves these out or empty. As a part of a path OpenAPI always requires them, and a URL would lose them; not so `;name`. */
function isEmpty(value: unknown, operator: string): boolean {
  if (value === "") return operator !== ";";
  return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0);
}

async function check(template: string, variables: Suite[string]["variables"], expected: (string | false)[]): Promise<void> {
  if (expected.length > 0) {
    const text = template.includes("{+") ? await expandReserved(template, variables) : (await sentBy(template, variables)).slice(1);
    assert.ok(expected.includes(text), `${text} is none of ${expected.join(" ")}`);
  } else {
    const count = received.length;
    await assert.rejects(sentBy(template, variables), ArgumentError);
    assert.equal(received.length, count, "nothing is sent");
  }
}

/** The request target that a template of RFC 6570 becomes, written as a route and its parts. */
async function sentBy(template: string, variables: Suite[string]["variables"]): Promise<string> {
  const parts: Part[] = [];
  const path = template.replaceAll(/{.*?}/g, (expression) => {
    const [{ operator, names } = { operator: "", names: [] }] = expressionsOf(expression);
    parts.push(...names.map(({ name, explode }) => partOf(operator, name, explode)));
    if (operator === "?") return `{?${names.map(({ name }) => name).join(",")}}`;
    return names.map(({ name }) => `{${name}}`).join(operator === "" ? "," : "");
  });
  return (await sent(operation<object, unknown>(`GET /${path}`, ...parts), variables)).target;
}

/** `allowReserved` is for query parameters: each value is sent as one, and put where the template has it. */
async function expandReserved(template: string, variables: Suite[string]["variables"]): Promise<string> {
  const texts: string[] = [];
  for (const { names } of expressionsOf(template)) {
    const values: string[] = [];
    for (const { name } of names) {
      const { target } = await sent(operation<object, unknown>(`GET /{?${name}}`, reserved(name, false)), variables);
      if (target.includes("=")) values.push(target.slice(target.indexOf("=") + 1));
    }
    texts.push(values.join(","));
  }
  return template.replaceAll(/{.*?}/g, () => texts.shift() ?? "");
}

function partOf(operator: string, name: string, explode: boolean): Part {
  switch (operator) {
    case "":
      return simpleObject(name, explode);
    case ".":
      return label(name, explode);
    case ";":
      return matrix(name, explode);
    case "?":
      return formAny(name, explode);
    default:
      throw new Error(`No style for ${operator}`);
  }
}

type Expression = { operator: string; names: { name: string; explode: boolean; prefix: boolean }[] };

function expressionsOf(template: string): Expression[] {
  return [...template.matchAll(/{([+#./;?&]?)(.*?)}/g)].map(([, operator = "", names = ""]) => ({
    operator,
    names: names.split(",").map((name) => ({ name: name.replace(/[:*].*/, ""), explode: name.endsWith("*"), prefix: name.includes(":") })),
  }));
}
