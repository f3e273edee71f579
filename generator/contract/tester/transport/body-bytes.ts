/** Takes the bytes of a body as they come. */
export type BodyReader = {
  readonly take: (bytes: Uint8Array) => void;
  readonly isDone: () => boolean;
  /** Without transfer coding. */
  readonly bytes: () => Uint8Array;
  /** Throws a `Malformed` where the connection closes too early. */
  readonly end: () => void;
  /** Whether the body says itself where it ends. */
  readonly isDelimited: boolean;
};
