import createClient from "openapi-fetch";
import type { paths } from "./types.ts";

const client = createClient<paths>({ baseUrl: "https://shop.example" });

export async function list(): Promise<number> {
  const { data, error } = await client.GET("/orders", { params: { query: { status: "open" } } });
  if (error) throw new Error(error.message);
  // @ts-expect-error: no such member
  data[0]?.colour;
  return data.reduce((sum, { count }) => sum + count, 0);
}

export async function create(): Promise<string> {
  const { data, error } = await client.POST("/orders", { body: { item: "tea", count: 2 } });
  return error ? error.soldOut : data.item;
}

export async function remove(id: string): Promise<number> {
  const { response } = await client.DELETE("/orders/{id}", { params: { path: { id } } });
  return response.status;
}

export async function mistakes(): Promise<void> {
  // @ts-expect-error: the status is required
  await client.GET("/orders");
  // @ts-expect-error: not in the enum
  await client.GET("/orders", { params: { query: { status: "lost" } } });
  // @ts-expect-error: the count is required
  await client.POST("/orders", { body: { item: "tea" } });
  // @ts-expect-error: no such path
  await client.GET("/nothing");
  // @ts-expect-error: no such method
  await client.PUT("/orders", { body: { item: "tea", count: 1 } });
  // @ts-expect-error: the id is a text
  await client.DELETE("/orders/{id}", { params: { path: { id: 1 } } });
}
