/** Whether a host is this machine (RFC 6761 §6.3, RFC 1122 §3.2.1.3), so that its data is nobody's loss. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
