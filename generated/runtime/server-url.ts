import { ArgumentError } from "./errors.js";
import type { Part } from "./operation.js";

/** The variables of a server by name: what a value is by default, or all that it may be, the default first. */
export type ServerVariables = { readonly [name: string]: string | readonly [defaultValue: string, ...others: string[]] };

/** The URL of a server: `serverUrl("https://{region}.example.com", { region: ["eu", "us"] }, { region: "us" })`. */
export function serverUrl(template: string, variables: ServerVariables = {}, values: { readonly [name: string]: string | undefined } = {}): string {
  return template.replace(/{(.*?)}/g, (written, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (variable === undefined) return written;
    const permitted = typeof variable === "string" ? undefined : variable;
    const value = (Object.hasOwn(values, name) ? values[name] : undefined) ?? permitted?.[0] ?? String(variable);
    if (permitted && !permitted.includes(value)) throw new ArgumentError(name, value);
    return value;
  });
}

/** An operation that has another server than the rest of its API. */
export function server(url: string): Part {
  return (draft) => {
    draft.server = url;
  };
}
