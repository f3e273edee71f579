/**
 * Gives texts as bytes, UTF-8, in memory that the next text takes again: a large document gives thousands of files, and to
 * write them takes less time than to find new memory for each.
 */
export function encoder(): (text: string) => Buffer {
  let space = Buffer.allocUnsafeSlow(0);
  return (text) => {
    // A UTF-16 code unit takes three bytes at most. What is not written to is not taken from the system.
    if (space.length < text.length * 3) space = Buffer.allocUnsafeSlow(text.length * 3);
    return space.subarray(0, space.write(text));
  };
}
