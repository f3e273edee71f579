import fc from "fast-check";

/** A file of handlers as a person might have it: some of them, in any order, with comments anywhere and habits of their own. */
export type RandomHandlers = { text: string; groups: ReadonlyMap<string, readonly string[]> };

const comment = fc.constantFrom(
  "// } satisfies Handlers,", "/* , */", "/** Mine. */", "// `GET /pets`", "/* two\n   lines { */", "// \"'`${", "", "", "",
);
const bodies = fc.constantFrom(
  (name: string, mark: string) => `${name}(request, reply) { return "${mark}"; }`,
  (name: string, mark: string) => `${name}: async (request) => {\n      const text = \`}\${"{"}\`;\n      return "${mark}";\n    }`,
  (name: string, mark: string) => `"${name}": () => "${mark}"`,
  (name: string, mark: string) => `["${name}"]: function () { return /[}"]/ && "${mark}"; }`,
  (name: string, mark: string) => `get ${name}() { return () => "${mark}"; }`,
);
const gap = fc.constantFrom("\n", "\n\n", "\n", " ");

/** Handlers of these groups, of which each function returns its own name. */
export function randomHandlers(all: ReadonlyMap<string, readonly string[]>): fc.Arbitrary<RandomHandlers> {
  const groups = [...all].map(([group, names]) => fc.record({
    group: fc.constant(group),
    members: fc.shuffledSubarray([...names]).chain((chosen) => fc.tuple(...chosen.map((name) => member(group, name)))),
    names: fc.constant(names),
    isThere: fc.boolean(),
    trailing: fc.boolean(),
    oneLine: fc.boolean(),
    end: comment,
  }));
  return fc.record({ groups: fc.tuple(...groups).chain((list) => fc.shuffledSubarray(list, { minLength: list.length })), crlf: fc.boolean(), tabs: fc.boolean(), trailing: fc.boolean(), end: comment })
    .map(({ groups: list, crlf, tabs, trailing, end }) => {
      const there = list.filter(({ isThere }) => isThere);
      const inner = there.map((group) => `  ${group.group}: ${objectText(group)}`).join(",\n");
      const text = `import type { Handlers } from "./generated/server.js";\n\nexport const handlers = {\n${inner}${trailing && inner !== "" ? "," : ""} ${lineOf(end)}\n} satisfies Handlers;\n`;
      const indented = tabs ? text.replace(/^( {2})+/gm, (spaces) => "\t".repeat(spaces.length / 2)) : text;
      return { text: crlf ? indented.replaceAll("\n", "\r\n") : indented, groups: new Map(there.map(({ group, members }) => [group, members.map(({ name }) => name)])) };
    });
}

function member(group: string, name: string) {
  return fc.record({ name: fc.constant(name), write: bodies, above: comment, behind: comment, beforeComma: fc.constantFrom("", " /* , */"), gap })
    .map(({ write, ...one }) => ({ ...one, text: write(name, `${group}.${name}`) }));
}

type Member = { name: string; text: string; above: string; behind: string; beforeComma: string; gap: string };

function objectText({ members, trailing, oneLine, end }: { members: readonly Member[]; trailing: boolean; oneLine: boolean; end: string }): string {
  if (members.length === 0) return oneLine ? "{}" : `{\n    ${lineOf(end)}\n  }`;
  if (oneLine) return `{ ${members.map(({ text }) => text).join(", ")}${trailing ? "," : ""} }`;
  const lines = members.map(({ text, above, behind, beforeComma, gap: space }, index) => {
    const comma = index < members.length - 1 || trailing ? "," : "";
    const lead = above === "" ? "" : `${above}\n    `;
    return `${lead}${text}${beforeComma}${comma} ${behind}${behind.startsWith("//") && space === " " ? "\n" : space}    `;
  });
  return `{\n    ${lines.join("").trimEnd()}\n    ${end}\n  }`;
}

/** What is before a line end, so that it cannot swallow what follows. */
function lineOf(text: string): string {
  return text.startsWith("//") ? `\n    ${text}` : text;
}
