import { type Asked, Problem } from "./exchange.ts";
import type { Rules } from "./rules.ts";
import { decoded } from "./texts.ts";

/** Reads the parameters of one request, and refuses what is not as the document says of them. */
export type Given = {
  readonly query: <Value>(name: string, at: string, read: (text: string) => Value) => Value | undefined;
  readonly header: <Value>(name: string, at: string, read: (text: string) => Value) => Value | undefined;
  readonly cookie: <Value>(name: string, at: string, read: (text: string) => Value) => Value | undefined;
  /** From a text of the path that is decoded. */
  readonly path: <Value>(text: string, at: string, read: (text: string) => Value) => Value;
};

/** The parameters of a request. `at` are pointers to their schemas. */
export function givenIn({ query, headers }: Asked, rules: Rules): Given {
  const judged = <Value>(text: string, at: string, read: (text: string) => Value): Value => {
    const value = read(text);
    rules(at, value);
    return value;
  };
  const maybe = <Value>(texts: readonly string[], at: string, read: (text: string) => Value): Value | undefined => {
    const [text, second] = texts;
    if (second !== undefined) throw new Problem(400, "It is there twice");
    return text === undefined ? undefined : judged(text, at, read);
  };
  return {
    query: (name, at, read) => maybe(query.filter(([each]) => each === name).map(([, value]) => value), at, read),
    header: (name, at, read) => maybe(present(headers.get(name)), at, read),
    cookie: (name, at, read) => maybe(cookiesOf(headers.get("cookie") ?? "", name), at, read),
    path: judged,
  };
}

function present(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

/** RFC 6265 §4.2.1. */
function cookiesOf(header: string, name: string): string[] {
  return header.split(/; */).filter((pair) => pair.startsWith(`${name}=`)).map((pair) => decoded(pair.slice(name.length + 1)));
}
