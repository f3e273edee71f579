import type { ts } from "ts-morph";
import type { HandlerFile } from "./handler-files.ts";

/**
 * Handlers that stand together, as a person wrote them: an object, a class, or a module that is imported as a whole. `members` holds
 * also those that it takes from elsewhere: of a spread object, or a class that it extends.
 */
export type Group = {
  file: HandlerFile;
  node: GroupNode;
  members: Member[];
  /** What may hold any handler, for all that can be seen: `...makeHandlers()`, `[name]() {…}`. */
  unknown: Place[];
  /** Whether the compiler knows what the parameters of a new function are. */
  typed: boolean;
  /** What its type was given as principals: `App` of `Handlers<App>`. */
  principals?: string;
};

export type GroupNode = ts.ObjectLiteralExpression | ts.ClassLikeDeclaration | ts.SourceFile;

/** A handler, or a namespace of them. It is its group's own where it stands between its braces. */
export type Member = Place & { name: string; own: boolean };

/** A piece of a file. */
export type Place = { file: HandlerFile; node: ts.Node };
