/** What a status is called (RFC 9110 §15, and the registry of IANA for the others); of a range, what its codes have in common. */
export function statusPhrase(status: string): string {
  return phrases.get(status.toUpperCase()) ?? "";
}

const phrases: ReadonlyMap<string, string> = new Map([
  ["100", "Continue"], ["101", "Switching Protocols"], ["103", "Early Hints"],
  ["200", "OK"], ["201", "Created"], ["202", "Accepted"], ["203", "Non-Authoritative Information"], ["204", "No Content"], ["205", "Reset Content"],
  ["206", "Partial Content"], ["207", "Multi-Status"], ["300", "Multiple Choices"], ["301", "Moved Permanently"], ["302", "Found"], ["303", "See Other"],
  ["304", "Not Modified"], ["307", "Temporary Redirect"], ["308", "Permanent Redirect"], ["400", "Bad Request"], ["401", "Unauthorized"],
  ["402", "Payment Required"], ["403", "Forbidden"], ["404", "Not Found"], ["405", "Method Not Allowed"], ["406", "Not Acceptable"],
  ["408", "Request Timeout"], ["409", "Conflict"], ["410", "Gone"], ["411", "Length Required"], ["412", "Precondition Failed"],
  ["413", "Content Too Large"], ["414", "URI Too Long"], ["415", "Unsupported Media Type"], ["416", "Range Not Satisfiable"], ["417", "Expectation Failed"],
  ["421", "Misdirected Request"], ["422", "Unprocessable Content"], ["423", "Locked"], ["424", "Failed Dependency"], ["425", "Too Early"],
  ["426", "Upgrade Required"], ["428", "Precondition Required"], ["429", "Too Many Requests"], ["431", "Request Header Fields Too Large"],
  ["451", "Unavailable For Legal Reasons"], ["500", "Internal Server Error"], ["501", "Not Implemented"], ["502", "Bad Gateway"],
  ["503", "Service Unavailable"], ["504", "Gateway Timeout"], ["507", "Insufficient Storage"],
  ["1XX", "Informational"], ["2XX", "Any success"], ["3XX", "Any redirection"], ["4XX", "Any client error"], ["5XX", "Any server error"], ["DEFAULT", "Any other status"],
]);
