import type { Part } from "./operation.js";

/** Bodies of these media types are a `Blob`, although their names promise JSON or text. In lower case, without parameters. */
export function bytes(...mediaTypes: string[]): Part {
  return ({ readers }) => {
    for (const mediaType of mediaTypes) readers[mediaType] = (response) => response.blob();
  };
}
