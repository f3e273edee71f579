/** Both count what they are told by counting up to it: a valid number of two thousand million ends the server. */
export function skip({ name }) {
  return name.endsWith("/client/metrics") ? "it ends the server" : undefined;
}
