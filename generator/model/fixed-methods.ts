/** The methods that a path item has a member for (OAS "Path Item Object"). */
export const fixedMethods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);
