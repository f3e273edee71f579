/** What the document has for a status: the status itself before its range, and both before `default` (OAS "Responses Object"). */
export function documentedResponse<Documented extends { readonly status: string }>(responses: readonly Documented[], status: number | string): Documented | undefined {
  const named = (name: string) => responses.find((response) => response.status.toUpperCase() === name);
  return named(String(status)) ?? named(`${String(status).charAt(0)}XX`) ?? named("DEFAULT");
}
