import { openapiTypescript } from "../../support/openapi-typescript.ts";
import { ourTypes } from "../../support/specwright.ts";
import type { GeneratedGroup } from "./assign-instances.ts";
import { readSuite, type Group } from "./suite.ts";
import { wrapSchema } from "./wrap-schema.ts";

/** The types that our generator makes of every group. */
export async function generateGroups(): Promise<GeneratedGroup[]> {
  return inTurn(async (text) => {
    const { types, diagnostics } = await ourTypes(text);
    return types === undefined ? { failure: diagnostics[0]?.message ?? "no types, and no word why" } : { types };
  });
}

/** The same of openapi-typescript as it comes, to see that the harness finds what is known of it. */
export async function generateGroupsWithPeer(): Promise<GeneratedGroup[]> {
  return inTurn(async (text) => ({ types: await openapiTypescript(text, { defaultNonNullable: true }) }));
}

async function inTurn(types: (text: string) => Promise<Omit<GeneratedGroup, "group">>): Promise<GeneratedGroup[]> {
  const generated: GeneratedGroup[] = [];
  for (const group of readSuite()) generated.push({ group, ...(await attempt(group, types)) });
  return generated;
}

async function attempt(group: Group, types: (text: string) => Promise<Omit<GeneratedGroup, "group">>) {
  try {
    return await types(JSON.stringify(wrapSchema(group.schema)));
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
