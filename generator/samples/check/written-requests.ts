import type { FoundRequest } from "./found-request.ts";

/** The requests of a text that begin with a line of method and target, as in the console of Kibana and in HTTP itself (RFC 9112 §3). */
export function writtenRequests(text: string): FoundRequest[] {
  return Array.from(text.matchAll(/^[ \t]*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|QUERY)[ \t]+(\S+)/gm), ([, method = "", target = ""]) => {
    // The console takes a path without its first slash.
    return { method, url: /^(\/|https?:|[$<{])/.test(target) ? target : `/${target}` };
  });
}
