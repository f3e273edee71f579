import assert from "node:assert/strict";
import { mock, test } from "node:test";
import type { Answer } from "../../../generator/runtime/answer.ts";
import { binaryBody } from "../../../generator/runtime/body.ts";
import type { Fetch } from "../../../generator/runtime/draft.ts";
import { events } from "../../../generator/runtime/events.ts";
import { operation } from "../../../generator/runtime/operation.ts";
import { retry, type RetryOptions } from "../../../generator/runtime/retry.ts";
import { send } from "../../../generator/runtime/send.ts";
import { timeout } from "../../../generator/runtime/timeout.ts";
import { using, usingFetch, type Middleware } from "../../../generator/runtime/using.ts";
import { always, serve } from "./serve.ts";

/** Sends through `retry` what a server answers with these statuses, one after the other; how long it waited each time. */
async function retried(options: RetryOptions, answers: (number | Error | [number, Record<string, string>])[], route = "GET /a", signal?: AbortSignal) {
  const waits: number[] = [];
  const clock = mock.method(globalThis, "setTimeout", (resume: () => void, wait: number) => {
    waits.push(wait);
    queueMicrotask(resume);
  });
  let sent = 0;
  const fetch: Fetch = async () => {
    const next = answers[sent++];
    if (next === undefined || next instanceof Error) throw next ?? new Error("too many requests");
    const [status, headers] = typeof next === "number" ? [next, {}] : next;
    return new Response(null, { status, headers });
  };
  try {
    const { status } = await send({ fetch: usingFetch(fetch, retry(options)) }, operation<object, Answer>(route), {}, signal ? { signal } : {});
    return { status, sent, waits };
  } finally {
    clock.mock.restore();
  }
}

test("a failure that may pass is tried again, three times in all", async () => {
  for (const status of [408, 429, 502, 503, 504]) assert.deepEqual((({ status, sent }) => [status, sent])(await retried({}, [status, 200])), [200, 2], String(status));
  const { status, sent } = await retried({}, [503, 502, 503]);
  assert.deepEqual([status, sent], [503, 3]);
  assert.equal((await retried({ attempts: 5 }, [503, 503, 503, 503, 200])).sent, 5);
});

test("what will not pass is not tried again", async () => {
  for (const status of [200, 204, 400, 401, 404, 409, 500, 501]) assert.equal((await retried({}, [status])).sent, 1, String(status));
  assert.equal((await retried({ statuses: [500] }, [500, 200])).sent, 2);
});

test("no answer is tried again, and then its error is the call's", async () => {
  assert.equal((await retried({}, [new TypeError("fetch failed"), new TypeError("fetch failed"), 200])).sent, 3);
  await assert.rejects(retried({}, [new TypeError("1"), new TypeError("2"), new TypeError("3")]), { message: "3" });
});

test("only what may be done twice is sent twice", async () => {
  for (const method of ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "QUERY"]) assert.equal((await retried({}, [503, 200], `${method} /a`)).sent, 2, method);
  for (const method of ["POST", "PATCH"]) {
    assert.equal((await retried({}, [503, 200], `${method} /a`)).sent, 1, method);
    await assert.rejects(retried({}, [new TypeError("1"), 200], `${method} /a`), { message: "1" });
  }
  assert.equal((await retried({ methods: ["POST"] }, [503, 200], "POST /a")).sent, 2);
});

test("the wait is a random part of a time that doubles, up to the longest", async () => {
  const random = mock.method(Math, "random", () => 0.999999);
  try {
    assert.deepEqual((await retried({ attempts: 8, delay: 100, longest: 2000 }, [503, 503, 503, 503, 503, 503, 503, 200])).waits.map(Math.round), [100, 200, 400, 800, 1600, 2000, 2000]);
    random.mock.mockImplementation(() => 0);
    assert.deepEqual((await retried({}, [503, 503, 200])).waits, [0, 0]);
  } finally {
    random.mock.restore();
  }
  const { waits } = await retried({ attempts: 200, delay: 1000, longest: 1000 }, [...Array<number>(199).fill(503), 200]);
  assert.ok(waits.every((wait) => wait >= 0 && wait < 1000));
  assert.ok(new Set(waits).size > 190, "no two clients wait alike");
});

test("Retry-After is honoured, in seconds and as a date", async () => {
  assert.deepEqual((await retried({}, [[429, { "retry-after": "7" }], [503, { "retry-after": "0" }], 200])).waits, [7000, 0]);
  const [wait = 0] = (await retried({}, [[429, { "retry-after": new Date(Date.now() + 10_000).toUTCString() }], 200])).waits;
  assert.ok(wait > 8000 && wait <= 10_000, String(wait));
  assert.deepEqual((await retried({}, [[429, { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }], 200])).waits, [0]);
  const [other = 0] = (await retried({}, [[429, { "retry-after": "soon" }], 200])).waits;
  assert.ok(other <= 500, "what is no time counts for nothing");
});

test("a response that asks for a longer wait than one would is given as it is", async () => {
  const { status, sent } = await retried({ longest: 1000 }, [[429, { "retry-after": "2" }]]);
  assert.deepEqual([status, sent], [429, 1]);
});

test("a body that is a stream is never sent twice", async () => {
  const { url, seen } = await serve(always(503, { "retry-after": "0" }));
  const upload = operation<object, Answer>("PUT /a", binaryBody("application/octet-stream"));
  const client = { baseUrl: url, fetch: using(retry()) };
  assert.equal((await send(client, upload, { body: new Blob(["abc"]).stream() })).status, 503);
  assert.deepEqual(seen.map(({ body }) => body), ["abc"]);
  await send(client, upload, { body: new Blob(["def"]) });
  assert.deepEqual(seen.map(({ body }) => body), ["abc", "def", "def", "def"]);
});

test("an abort ends the wait, and is not tried again", async () => {
  let sent = 0;
  const fetch: Fetch = async () => {
    sent++;
    return new Response(null, { status: 503, headers: { "retry-after": "20" } });
  };
  // A wait that does not end by itself, and while it lasts somebody aborts.
  const controller = new AbortController();
  const clock = mock.method(globalThis, "setTimeout", () => queueMicrotask(() => controller.abort(new DOMException("", "TimeoutError"))));
  try {
    const call = send({ fetch: usingFetch(fetch, retry()) }, operation<object, Answer>("GET /"), {}, { signal: controller.signal });
    await assert.rejects(call, { name: "TimeoutError" });
  } finally {
    clock.mock.restore();
  }
  assert.equal(sent, 1);
  await assert.rejects(retried({}, [new DOMException("", "AbortError"), 200], "GET /a", AbortSignal.abort()), { name: "AbortError" });
});

test("an abort between the answer and the wait counts", async () => {
  const controller = new AbortController();
  const fetch: Fetch = async () => {
    controller.abort();
    return new Response(null, { status: 503, headers: { "retry-after": "20" } });
  };
  const call = send({ fetch: usingFetch(fetch, retry()) }, operation<object, Answer>("GET /"), {}, { signal: controller.signal });
  await assert.rejects(call, { name: "AbortError" });
});

test("a request that takes too long ends, before its answer and in the midst of it", async () => {
  for (const begins of [false, true]) {
    const { url } = await serve((_, response) => {
      if (begins) response.writeHead(200, { "content-type": "application/json" }).write("[1,");
    });
    await assert.rejects(send({ baseUrl: url, fetch: using(timeout(50)) }, operation<object, Answer>("GET /"), {}), { name: "TimeoutError" });
  }
});

test("a request in time is left alone, and the signal of the call still counts", async () => {
  const { url } = await serve((request, response) => {
    if (request.url === "/") response.end("a");
  });
  const client = { baseUrl: url, fetch: using(timeout(10_000)) };
  assert.equal((await send(client, operation<object, Answer>("GET /"), {})).body, "a");
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 30);
  await assert.rejects(send(client, operation<object, Answer>("GET /b"), {}, { signal: controller.signal }), { name: "AbortError" });
  await assert.rejects(send(client, operation<object, Answer>("GET /b"), {}, { signal: AbortSignal.abort() }), { name: "AbortError" });
});

test("a stream must have begun in time, and may then go on", async () => {
  let finish = (): void => undefined;
  const { url } = await serve((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\n\n");
    finish = () => void response.end("data: 2\n\n");
  });
  const time = new AbortController();
  const clock = mock.method(AbortSignal, "timeout", () => time.signal);
  const { body } = await send({ baseUrl: url, fetch: using(timeout(75)) }, operation<object, { body: AsyncIterable<{ data: string }> }>("GET /", events()), {}).finally(() => clock.mock.restore());
  const data: string[] = [];
  for await (const event of body) {
    data.push(event.data);
    time.abort(new DOMException("", "TimeoutError"));
    finish();
  }
  assert.deepEqual(data, ["1", "2"]);
});

test("a timeout within a retry is for each attempt", async () => {
  const times: AbortController[] = [];
  const clock = mock.method(AbortSignal, "timeout", () => {
    const time = new AbortController();
    times.push(time);
    return time.signal;
  });
  const { url } = await serve((_, response) => {
    if (times.length > 1) response.end("late");
    else times[0]?.abort(new DOMException("", "TimeoutError"));
  });
  const fetch = using(retry({ delay: 1 }), timeout(60));
  assert.equal((await send({ baseUrl: url, fetch }, operation<object, Answer>("GET /"), {}).finally(() => clock.mock.restore())).body, "late");
  assert.equal(times.length, 2);
});

test("middleware: the first is outermost, and sees the operation, the response and the error", async () => {
  const log: string[] = [];
  const logged = (name: string): Middleware => async (url, request, next) => {
    log.push(`${name} ${request.route}`);
    try {
      const response = await next(`${url}${name}`, { ...request, headers: { ...request.headers, [`x-${name}`]: "1" } });
      log.push(`${name} ${response.status}`);
      return response;
    } catch (error) {
      log.push(`${name} ${String(error)}`);
      throw error;
    }
  };
  const { url, seen } = await serve(always(204, {}));
  await send({ baseUrl: url, fetch: using(logged("a"), logged("b")) }, operation<object, Answer>("GET /"), {});
  assert.deepEqual([log.splice(0), seen[0]?.line, seen[0]?.headers["x-a"], seen[0]?.headers["x-b"]], [["a GET /", "b GET /", "b 204", "a 204"], "GET /ab", "1", "1"]);
  const broken: Fetch = async () => {
    throw new Error("no network");
  };
  await assert.rejects(send({ fetch: usingFetch(broken, logged("a"), logged("b")) }, operation<object, Answer>("GET /"), {}), /no network/);
  assert.deepEqual(log, ["a GET /", "b GET /", "b Error: no network", "a Error: no network"]);
});

test("middleware can answer itself", async () => {
  const cached: Middleware = async () => new Response("cached");
  assert.equal((await send({ fetch: using(cached, retry()) }, operation<object, Answer>("GET /"), {})).body, "cached");
});
