import type { Info } from "./api.ts";
import type { Cursor } from "./cursor.ts";
import { present } from "./present.ts";

/** What the document says about itself (OAS "Info Object"), with the `externalDocs` beside it. */
export function buildInfo(root: Cursor): Info {
  const info = root.part("info");
  const contact = info?.object("contact");
  const license = info?.object("license");
  const externalDocs = root.externalDocs();
  const about: Info = {
    title: info?.text("title") ?? "",
    version: info?.text("version") ?? "",
    doc: { ...info?.doc(), ...(externalDocs && { externalDocs }) },
    termsOfService: info?.text("termsOfService"),
    contact: contact && present({ name: contact.text("name"), url: contact.text("url"), email: contact.text("email") }),
    license: license && present({ name: license.text("name"), identifier: license.text("identifier"), url: license.text("url") }),
  };
  return present(about);
}
