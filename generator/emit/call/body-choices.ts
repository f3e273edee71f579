import type { MediaType, RequestBody } from "../../model/api.ts";
import { isBinary } from "../../model/is-binary.ts";
import { essenceOf, mediaKindOf } from "../../model/media-kind.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { Printable } from "../../print/printable.ts";
import { contentType } from "../schema/content-type.ts";
import { encodingsOf, partEncodingsOf } from "./encodings.ts";
import { formType, multipartType } from "./form-type.ts";
import { type PartArgument, type PartCall, partCall } from "./part-call.ts";
import { runtimeType } from "./runtime-name.ts";

/** One media type that a body can have: what callers give, and the part that writes it. */
export type BodyChoice = { mediaType: MediaType; type: Printable; part: PartCall; isPlain: boolean };

/** The media types of a request body, the one that is meant where none is named first: it is JSON where there is some. */
export function bodyChoices(body: RequestBody | undefined, plan: TypePlan): BodyChoice[] {
  const choices = (body?.content ?? []).map((mediaType) => choiceOf(mediaType, plan));
  const isJson = ({ mediaType }: BodyChoice): boolean => mediaKindOf(mediaType) === "json";
  return [...choices.filter(isJson), ...choices.filter((choice) => !isJson(choice))];
}

/** The parts that write the body: none for one that is plain JSON and may be left out. */
export function bodyParts(required: boolean, choices: readonly BodyChoice[]): PartCall[] {
  const [first] = choices;
  if (first === undefined) return [];
  const check = required ? [partCall("body", "requiredBody", [])] : [];
  if (choices.length === 1) return first.isPlain ? check : [...check, first.part];
  return [...check, partCall("body", "oneOfBodies", [{ rows: choices.map(({ mediaType, part }) => [mediaType.name, part]) }])];
}

function choiceOf(mediaType: MediaType, plan: TypePlan): BodyChoice {
  const { name } = mediaType;
  const whole = (): Printable => contentType(mediaType, plan, "request");
  const choice = (type: Printable, part: PartCall): BodyChoice => ({ mediaType, type, part, isPlain: name.toLowerCase() === "application/json" });
  const kind = mediaKindOf(mediaType);
  switch (kind) {
    case "json":
      return choice(whole(), partCall("body", "jsonBody", [name]));
    case "urlencoded":
      return choice(formType(mediaType, plan), partCall("urlencoded", "urlencodedBody", [encodingsOf(mediaType)]));
    case "multipart":
      return choice(multipartType(mediaType, plan), partCall("multipart", "multipartBody", multipartArguments(mediaType)));
    case "lines":
      return choice(whole(), partCall("body", "linesBody", [name]));
    case "text":
    case "events":
      return isBinary(mediaType) ? choice(binary, partCall("body", "binaryBody", [name])) : choice("string", partCall("body", "textBody", [name]));
    case "any":
    case "other":
      return choice(binary, partCall("body", "binaryBody", [name]));
    default:
      return kind satisfies never;
  }
}

function multipartArguments(mediaType: MediaType): PartArgument[] {
  const encodings = partEncodingsOf(mediaType);
  return essenceOf(mediaType.name) === "multipart/form-data" ? [encodings] : [encodings ?? { code: "{}" }, mediaType.name];
}

const binary = runtimeType("body", "BinaryBody");
