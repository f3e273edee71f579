export function ping() {}
