import type { Api } from "../../model/api.ts";
import { pushChildSchemas } from "../../model/child-schemas.ts";
import { schemaById } from "../../model/lookup.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import type { Finding } from "./finding.ts";

/**
 * Findings, of which some are one: a server that does not look at the type of a value, or at the union that it is of, looks at nothing of it; and where many
 * members come back otherwise than they were sent, it is the whole that does.
 */
export function groupFindings(findings: readonly Finding[], api: Api): Finding[] {
  const unseen = findings.filter((finding) => finding.code === "invalid-request-accepted" && unlooked.test(finding.key));
  const placesOf = placesFinder(unseen.length === 0 ? new Map() : allSchemas(api), schemaById(api));
  const beneath = groupedBy(unseen.map((finding) => ({ finding, places: placesOf(pointerOf(finding)) })), ({ finding }) => subjectOf(finding));
  // Of two that are beneath each other, the first one stays.
  const above = (finding: Finding) => {
    const alike = beneath.get(subjectOf(finding)) ?? [];
    const own = alike.findIndex((each) => each.finding === finding);
    return alike.filter(({ finding: other, places }, index) => {
      const isMutual = own >= 0 && own < index && alike[own]?.places.has(pointerOf(other)) === true;
      return other !== finding && places.has(pointerOf(finding)) && !isMutual;
    }).map(({ finding: other }) => other);
  };
  const causes = new Map(findings.filter(({ code }) => code === "invalid-request-accepted").map((finding) => [finding, above(finding)]));
  const unsaid = groupedBy([...causes].flatMap(([other, others]) => others.map((finding) => ({ finding, other }))), ({ finding }) => finding);
  return withWholes(findings.filter((finding) => (causes.get(finding) ?? []).length === 0).map((finding) => withUnsaid(finding, (unsaid.get(finding) ?? []).map(({ other }) => other))));
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** What else nobody looks at there is named, for it is to be mended as well. */
function withUnsaid(finding: Finding, unsaid: readonly Finding[]): Finding {
  if (unsaid.length === 0) return finding;
  const keywords = [...new Set(unsaid.map(keywordOf))].filter((keyword) => keyword !== keywordOf(finding));
  return { ...finding, because: `${finding.because}; nor is anything else looked at there${keywords.length === 0 ? "" : `: ${keywords.join(", ")}`}` };
}

/** `/components/schemas/Pet/properties/age type body `: the place, the keyword, and the part of the request. */
const unlooked = /^\S* (?:type|oneOf|anyOf|discriminator) /;

function pointerOf({ key }: Finding): string {
  return key.split(" ", 1).join("");
}

function keywordOf({ key }: Finding): string {
  return key.split(" ", 2).slice(1).join("");
}

/** The part of the request that a finding is about, of its operation. */
function subjectOf({ operation, key }: Finding): string {
  return `${operation} ${key.split(" ").slice(2).join(" ")}`;
}

/** Gives the places of a schema and of all its parts, by where it stands. */
function placesFinder(all: ReadonlyMap<string, Schema>, schemas: ReadonlyMap<SchemaId, Schema>): (pointer: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (pointer) => {
    const places = known.get(pointer) ?? placesBeneath(all.get(pointer), schemas);
    known.set(pointer, places);
    return places;
  };
}

function placesBeneath(start: Schema | undefined, schemas: ReadonlyMap<SchemaId, Schema>): ReadonlySet<string> {
  const places = new Set(start === undefined ? [] : [start.at]);
  const work = start === undefined ? [] : [start];
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    const parts: Schema[] = [];
    pushChildSchemas(schema, parts);
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
    for (const part of [...parts, ...(target === undefined ? [] : [target])]) {
      if (places.has(part.at)) continue;
      places.add(part.at);
      work.push(part);
    }
  }
  return places;
}

function allSchemas(api: Api): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>();
  const bodies = api.operations.flatMap(({ requestBody, parameters }) => [...(requestBody?.content ?? []).flatMap(({ schema, itemSchema }) => [schema, itemSchema]), ...parameters.flatMap(({ schema, content }) => [schema, content?.schema])]);
  const work = [...api.schemas.map(({ schema }) => schema), ...bodies.filter((schema) => schema !== undefined)];
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    if (found.has(schema.at)) continue;
    found.set(schema.at, schema);
    pushChildSchemas(schema, work);
  }
  return found;
}

const few = 2;

/** Three members and more that come back otherwise are one finding, which names them. */
function withWholes(findings: readonly Finding[]): Finding[] {
  const isMember = ({ key }: Finding) => key.startsWith("member ");
  const members = groupedBy(findings.filter(isMember), ({ code, operation }) => `${code} ${operation}`);
  const like = ({ code, operation }: Finding) => members.get(`${code} ${operation}`) ?? [];
  return findings.flatMap((finding) => {
    const all = isMember(finding) ? like(finding) : [];
    if (all.length <= few) return [finding];
    if (all[0] !== finding) return [];
    const names = all.map(({ key }) => key.slice("member ".length)).join(", ");
    return [{ ...finding, key: "members", message: `What is sent is answered otherwise: ${names}; ${finding.message}`, count: Math.max(...all.map(({ count }) => count)) }];
  });
}
