import { createHash, timingSafeEqual } from "node:crypto";

/** Somebody whom the cluster knows: `{ name: "bob", roles: ["monitoring_user"] }`. */
export type User = { readonly name: string; readonly roles: readonly Role[] };

/** A key that a user made. Whoever has it may do what that user may. */
export type ApiKey = { readonly id: string; readonly secret: string; readonly owner: User };

/** The three ways to say who one is. */
export type Directory = {
  readonly passwords: readonly { readonly user: User; readonly password: string }[];
  readonly apiKeys: readonly ApiKey[];
  readonly tokens: readonly { readonly token: string; readonly user: User }[];
};

export type Role = keyof typeof clusterPrivileges;

/** What each role may do to the cluster. */
const clusterPrivileges = {
  superuser: ["all"],
  key_rotator: ["manage_security"],
  monitoring_user: ["monitor"],
} as const;

/** The user of this name, if the password is right. */
export function userByPassword({ passwords }: Directory, name: string, password: string): User | undefined {
  return passwords.find((entry) => entry.user.name === name && isSame(entry.password, password))?.user;
}

/** The API key that `encoded` is of: the base64 of `id:secret`, as Elasticsearch gives it out. */
export function apiKeyByCredential({ apiKeys }: Directory, encoded: string): ApiKey | undefined {
  const [id, secret = ""] = Buffer.from(encoded, "base64").toString().split(":", 2);
  return apiKeys.find((key) => key.id === id && isSame(key.secret, secret));
}

/** The user to whom a token was given. */
export function userByToken({ tokens }: Directory, token: string): User | undefined {
  return tokens.find((entry) => isSame(entry.token, token))?.user;
}

/** Whether one of the user's roles has the cluster privilege `manage_security`. */
export function mayManageSecurity({ roles }: User): boolean {
  return roles.some((role) => clusterPrivileges[role].some((privilege) => privilege === "all" || privilege === "manage_security"));
}

/** The credential of an API key, as it stands behind the word `ApiKey`. */
export function encodeApiKey({ id, secret }: ApiKey): string {
  return Buffer.from(`${id}:${secret}`).toString("base64");
}

/** Whether two secrets are the same, found out in a time that tells nothing of where they differ. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
