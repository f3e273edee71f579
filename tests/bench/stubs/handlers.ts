/** A document with that many operations, in namespaces of 25. */
export function documentWith(count: number) {
  const paths = Object.fromEntries(Array.from({ length: count }, (_, index) => {
    const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
    const responses = { 200: { description: "It", content: { "application/json": { schema: { type: "object" } } } } };
    return [`/${namespace(index)}/thing${index}/{id}`, { get: { operationId: `thing${index}`, tags: [namespace(index)], summary: `Thing ${index}`, parameters, responses } }];
  }));
  return { openapi: "3.1.1", info: { title: "Things", version: "1" }, paths };
}

/** A file with handlers as a person has them, of those of the operations that are chosen. */
export function handlersOf(count: number, isThere: (index: number) => boolean): string {
  const members = [...grouped(count)].map(([name, all]) => `  ${name}: {\n${all.filter(isThere).map(handler).join("")}  },\n`);
  return `import type { Handlers } from "./generated/server.js";\n\nexport const handlers = {\n${members.join("")}} satisfies Handlers;\n`;
}

function grouped(count: number): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let index = 0; index < count; index++) groups.get(namespace(index))?.push(index) ?? groups.set(namespace(index), [index]);
  return groups;
}

function namespace(index: number): string {
  return `group${Math.floor(index / 25)}`;
}

function handler(index: number): string {
  return `    /**
     * Thing ${index}
     *
     * \`GET /${namespace(index)}/thing${index}/{id}\`
     */
    async thing${index}(request, reply, { principal }) {
      const found = await store.find("${namespace(index)}", request.path.id, { for: principal });
      if (!found) return reply[404]({ message: \`There is no thing ${index} with id "\${request.path.id}".\` });
      return reply[200]({ id: found.id, name: found.name.trim(), /* as in the old server */ count: found.items.length });
    },
`;
}
