/** Bytes, or what went wrong in words for people. */
export type Bytes = { bytes: Uint8Array } | { problem: string; help?: string };

/** What a URL answers with, redirects followed; within half a minute and 256 MB. */
export async function fetchBytes(url: string): Promise<Bytes> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT),
      headers: { accept: "application/yaml, application/json, text/yaml, */*;q=0.5" },
    });
    if (!response.ok) {
      await response.body?.cancel();
      return refusal(url, response.status, response.statusText);
    }
    return await collect(url, response);
  } catch (error) {
    return { problem: `Cannot fetch ${url}: ${reason(error)}.`, help: "Check the URL and the network." };
  }
}

const TIMEOUT = 30_000;
const MAX_BYTES = 256 * 1024 * 1024;

async function collect(url: string, response: Response): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (size > MAX_BYTES) return { problem: `${url} answers with more than 256 MB.`, help: "Is this the address of the document?" };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}

function refusal(url: string, status: number, text: string): Bytes {
  const problem = `${url} answers ${status}${text === "" ? "" : ` ${text}`}.`;
  if (status === 401 || status === 403) {
    return { problem, help: "It needs credentials, which are not sent. Download the document and name the file." };
  }
  if (status === 404 || status === 410) return { problem, help: "Check the URL." };
  return { problem, help: "Try again later, or download the document and name the file." };
}

/** `fetch failed` says nothing; what says something is its cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${TIMEOUT / 1000} seconds`;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause ? cause.code : undefined;
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN": return "there is no such host, or no name server answers";
    case "ECONNREFUSED": return "nothing listens there";
    case "ECONNRESET":
    case "UND_ERR_SOCKET": return "the connection was closed";
    default: return cause.message;
  }
}
