import { essenceOf } from "../../model/media-kind.ts";

/** A whole file of a kind that is known, as small as it can be, and how the names of such files end. */
export type SampleFile = { readonly bytes: Uint8Array; readonly extension: string };

/**
 * A file of a media type, for servers look at what they are sent: a picture of one pixel, a document of one page, an archive of one file.
 * `undefined` for what we cannot write.
 */
export function sampleFile(mediaType: string): SampleFile | undefined {
  return files.get(essenceOf(mediaType));
}

const files: ReadonlyMap<string, SampleFile> = new Map(
  [
    ["image/png", "png", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="],
    ["image/jpeg", "jpg", Buffer.from(onePixel(), "hex").toString("base64")],
    ["image/gif", "gif", "R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAkQBADs="],
    ["image/webp", "webp", "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="],
    ["application/zip", "zip", "UEsDBBQAAAAAAAAAIQBDvrfoAQAAAAEAAAAFAAAAYS50eHRhUEsBAhQAFAAAAAAAAAAhAEO+t+gBAAAAAQAAAAUAAAAAAAAAAAAAAAAAAAAAAGEudHh0UEsFBgAAAAABAAEAMwAAACQAAAAAAA=="],
    ["application/gzip", "gz", "H4sIAAAAAAAAA0vkAgAHoerdAgAAAA=="],
    ["application/pdf", "pdf", Buffer.from(onePage()).toString("base64")],
  ].map(([mediaType = "", extension = "", text = ""]) => [mediaType, { bytes: new Uint8Array(Buffer.from(text, "base64")), extension }] as const),
);

/** ITU-T T.81 annex B: a pixel of grey in one component, whose tables have as little in them as they may. */
function onePixel(): string {
  const oneCode = `01${"00".repeat(16)}`;
  return [
    "ffd8", "ffe000104a46494600010100000100010000", `ffdb004300${"01".repeat(64)}`, "ffc0000b080001000101011100",
    `ffc4001400${oneCode}`, `ffc4001410${oneCode}`, "ffda0008010100003f00", "3f", "ffd9",
  ].join("");
}

/** ISO 32000-1 §7.5: objects, a table of where they begin, and where that is. */
function onePage(): string {
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"];
  let text = "%PDF-1.4\n";
  let table = "xref\n0 4\n0000000000 65535 f \n";
  for (const [index, object] of objects.entries()) {
    table += `${String(text.length).padStart(10, "0")} 00000 n \n`;
    text += `${index + 1} 0 obj${object}endobj\n`;
  }
  return `${text}${table}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
}
