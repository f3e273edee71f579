/** RFC 4122 §3 `UUID`: `2eb8aa08-aa98-11ea-b4aa-73b441d16380`. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
}
