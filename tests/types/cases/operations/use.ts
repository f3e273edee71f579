import type { operations, paths } from "./types.ts";

type Sent = paths["/users/{id}"]["put"]["requestBody"]["content"]["application/json"];
type Received = paths["/users/{id}"]["get"]["responses"][200]["content"]["application/json"];

// What only the server says is not sent, and what only the client says is not received
export const sent: Sent = { name: "Ada", password: "secret", plan: "free" };
export const sentWithFriends: Sent = { name: "Ada", password: "secret", plan: "free", friends: [{ name: "Bo", password: "x", plan: "free" }] };
// @ts-expect-error: the password is required when sent
export const sentWithout: Sent = { name: "Ada", plan: "free" };
export const received: Received = { id: "1", name: "Ada", plan: "free", friends: [{ id: "2", name: "Bo", plan: "free" }] };
// @ts-expect-error: the id is required when received
export const receivedWithout: Received = { name: "Ada", plan: "free" };
// @ts-expect-error: nobody receives a password
export const secret = (user: Received): string => user.password;

// An operation is the same under paths and operations
export const same = (value: operations["getUser"]): paths["/users/{id}"]["get"] => value;
export const parameters: operations["getUser"]["parameters"]["path"] = { id: "1" };
// @ts-expect-error: a path parameter is required
export const badParameters: operations["getUser"]["parameters"]["path"] = {};
export const query: operations["getUser"]["parameters"]["query"] = { fields: ["name"] };
export const noQuery: operations["getUser"]["parameters"]["query"] = undefined;
// @ts-expect-error: not in the enum
export const badQuery: operations["getUser"]["parameters"]["query"] = { fields: ["age"] };
export const etag = (response: operations["getUser"]["responses"][200]): string => response.headers.ETag;
export const title = (response: operations["getUser"]["responses"]["4XX"]): string => response.content["application/problem+json"].title;
// @ts-expect-error: 204 has no content
export const body: NonNullable<operations["putUser"]["responses"][204]["content"]> = { "application/json": {} };
// @ts-expect-error: there is no such method
export type Missing = paths["/users/{id}"]["post"]["responses"];
