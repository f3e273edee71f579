import { isObject, member } from "../json.ts";
import type { Operation } from "../model/api.ts";
import type { Pointer } from "../model/schema.ts";
import type { Sample } from "./sample.ts";

/** The samples that the document gives (`x-codeSamples`, `x-code-samples`), as they are, and where each stands. */
export function givenSamples({ at, extensions }: Operation): (Sample & { at: Pointer })[] {
  return extensions.filter(({ name }) => /^x-code-?samples$/i.test(name)).flatMap(({ name, value }) => {
    return (Array.isArray(value) ? value : []).flatMap((one, index) => {
      const [lang, source, label] = isObject(one) ? [member(one, "lang"), member(one, "source"), member(one, "label")] : [];
      if (typeof lang !== "string" || typeof source !== "string") return [];
      return [{ lang, label: typeof label === "string" ? label : lang, source, at: `${at}/${name}/${index}` }];
    });
  });
}
