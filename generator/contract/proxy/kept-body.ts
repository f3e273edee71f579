/** How much of all bodies that are under way is kept, and of each. */
export type Room = { readonly each: number; readonly all: number; used: number };

/** As much of a body as there is room for. */
export type KeptBody = {
  readonly add: (bytes: Uint8Array) => void;
  /** Nothing was left out. */
  readonly isWhole: () => boolean;
  /** Gives what was kept, in memory of its own, and its room back. Nothing is kept after that. */
  readonly release: () => Uint8Array;
};

/** Keeps the pieces of a body; they are copied, for what they are cut from is used again. */
export function keptBody(room: Room): KeptBody {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let isWhole = true;
  return {
    add: (bytes) => {
      const free = Math.max(0, Math.min(room.each - size, room.all - room.used));
      if (bytes.length > free) isWhole = false;
      if (!isWhole) return;
      pieces.push(Uint8Array.from(bytes));
      size += bytes.length;
      room.used += bytes.length;
    },
    isWhole: () => isWhole,
    release: () => {
      const whole = new Uint8Array(size);
      let offset = 0;
      for (const piece of pieces) {
        whole.set(piece, offset);
        offset += piece.length;
      }
      room.used -= size;
      [pieces, size, isWhole] = [[], 0, false];
      return whole;
    },
  };
}
