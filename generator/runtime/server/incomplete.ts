/** Handlers of which some are not there yet. */
export type Incomplete<Tree> = {
  readonly [Name in keyof Tree]?: Tree[Name] extends (...values: never) => unknown ? Tree[Name] : Partial<Tree[Name]>;
};
