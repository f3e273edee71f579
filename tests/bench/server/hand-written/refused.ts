/** Why a request is not answered as it wishes. */
export class Refused extends Error {
  readonly status: number;
  readonly headers: { [name: string]: string | string[] };

  constructor(status: number, message: string, headers: { [name: string]: string | string[] } = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}
