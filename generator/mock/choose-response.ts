import { documentedResponse } from "../model/documented-response.ts";
import type { MockedOperation, MockedResponse } from "./mocked-api.ts";
import type { Preference } from "./preference.ts";

/** What is answered, or why nothing of what was asked for can be: a sentence that names what there is. */
export type ChosenResponse = { readonly response: MockedResponse; readonly status: number } | { readonly missing: string };

/**
 * The response that a client prefers; without a preference the first success, else what leads on, else what there is. Of an example
 * without a code the first response that has it.
 */
export function chooseResponse({ name, responses }: MockedOperation, { code, example }: Preference): ChosenResponse {
  const sendable = responses.filter(({ status }) => !/^1/.test(status));
  if (code !== undefined) return withCode(name, sendable, code, example);
  const [first, ...others] = [...sendable].sort((one, other) => rankOf(one) - rankOf(other));
  if (first === undefined) return { missing: `The document has no response for ${name}.` };
  if (example === undefined || hasExample(first, example)) return { response: first, status: plainStatus(first) };
  const other = others.find((response) => hasExample(response, example));
  return other === undefined ? noExample(name, sendable, example) : { response: other, status: plainStatus(other) };
}

function withCode(name: string, responses: readonly MockedResponse[], code: string, example: string | undefined): ChosenResponse {
  const listed = responses.map(({ status }) => status).join(", ");
  if (!/^[2-5]\d\d$/.test(code)) return { missing: `${JSON.stringify(code)} is no status of an answer. ${name} has ${listed}.` };
  const response = documentedResponse(responses, code);
  if (response === undefined) return { missing: `The document has no response ${code} for ${name}. It has ${listed}.` };
  if (example !== undefined && !hasExample(response, example)) return noExample(`${name} with status ${code}`, [response], example);
  return { response, status: Number(code) };
}

function noExample(name: string, responses: readonly MockedResponse[], example: string): ChosenResponse {
  const names = [...new Set(responses.flatMap(({ contents }) => contents.flatMap(({ mediaType }) => mediaType.examples.map((one) => one.name))))].filter((one) => one !== "");
  const known = names.length === 0 ? "It has none that has a name." : `It has ${names.join(", ")}.`;
  return { missing: `The document has no example ${JSON.stringify(example)} for ${name}. ${known}` };
}

/** Whether some media type of a response has an example of a name. */
function hasExample({ contents }: MockedResponse, example: string): boolean {
  return contents.some(({ mediaType }) => mediaType.examples.some(({ name }) => name === example));
}

function rankOf({ status }: MockedResponse): number {
  if (/^2/.test(status)) return Number(status.replace(/XX/i, "99"));
  if (/^3/.test(status)) return 300;
  return /^default$/i.test(status) ? 301 : 400;
}

/** The status that stands for a range, or for all. */
function plainStatus({ status }: MockedResponse): number {
  return /^\d{3}$/.test(status) ? Number(status) : /^\dXX$/i.test(status) ? Number(status.charAt(0)) * 100 : 200;
}
