/** What a part of a multipart body says about itself. */
export type PartDetails = {
  readonly contentType?: string;
  readonly fileName?: string;
  readonly headers?: { readonly [name: string]: string };
};

/** A value with what its part says about it. */
export class FormPart<Value = unknown> {
  declare readonly value: Value;
  declare readonly details: PartDetails;

  constructor(value: Value, details: PartDetails) {
    Object.assign(this, { value, details });
  }
}

/** A value for a multipart body that has headers, a media type or a file name of its own: `formPart(rows, { fileName: "rows.csv" })`. */
export function formPart<Value>(value: Value, details: PartDetails): FormPart<Value> {
  return new FormPart(value, details);
}
