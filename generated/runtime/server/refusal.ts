/** Somebody is refused. */
export class Refusal {
  declare readonly status: 401 | 403;
  declare readonly reason: string | undefined;

  constructor(status: 401 | 403, reason?: string) {
    Object.assign(this, { status, reason });
  }
}
