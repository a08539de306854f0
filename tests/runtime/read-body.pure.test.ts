import { createServer, request, type RequestOptions } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { expect, onTestFinished, test } from "vitest";

import { readBody } from "#lib/runtime/read-body";
import { refuseRequest } from "#lib/runtime/refuse-request";

/** Answers the length of the body, read from the request that it was put back into. */
async function haveServer(bytes: number, seconds = 5) {
  const server = createServer(async (incoming, response) => {
    const whole = await readBody(incoming, response, { bytes, seconds });
    if (whole === "broken") return response.destroy();
    if (typeof whole === "string") return refuseRequest(incoming, response, whole);
    let length = 0;
    for await (const chunk of whole) length += (chunk as Buffer).length;
    return response.end(String(length));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

interface Sent {
  readonly headers?: RequestOptions["headers"];
  readonly chunks: number;
  readonly pauseMs?: number;
}

/** Sends so many chunks of 64 kB, and goes on reading while it sends. */
async function send(port: number, { headers = {}, chunks, pauseMs = 0 }: Sent) {
  const outgoing = request({ port, host: "127.0.0.1", method: "POST", headers });
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    outgoing.on("error", reject).on("response", async (response) => {
      let text = "";
      for await (const part of response) text += String(part);
      resolve({ status: response.statusCode ?? 0, text });
    });
  });
  const chunk = Buffer.alloc(65_536, "x");
  let isAnswered = false;
  void answer.catch(() => {}).then(() => (isAnswered = true));
  for (let count = 0; count < chunks && !isAnswered; count += 1) {
    if (!outgoing.write(chunk)) await Promise.race([sleep(50), answer.catch(() => {})]);
    if (pauseMs > 0) await sleep(pauseMs);
  }
  outgoing.end();
  return answer;
}

test("a body within the limit arrives whole, also in chunks", async () => {
  const port = await haveServer(1_000_000);
  expect(await send(port, { chunks: 15 })).toEqual({ status: 200, text: "983040" });
  expect(await send(port, { chunks: 0 })).toEqual({ status: 200, text: "0" });
});

test.each([
  ["says how long it is", { "content-length": 104_857_600 }],
  ["comes in chunks of unknown number", {}],
])(
  "a body of 100 MB that %s is refused in words, and nothing is kept of it",
  async (_what, headers) => {
    const port = await haveServer(1_000_000);
    const before = process.memoryUsage().rss;
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => send(port, { headers, chunks: 1_600 }).catch((error: Error) => error)),
    );
    for (const answer of answers) expect(answer).toMatchObject({ status: 413 });
    expect(answers[0]).toMatchObject({ text: "What was sent is too large to be taken.\n" });
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  },
);

test("a body that does not come is not waited for", async () => {
  const port = await haveServer(1_000_000, 0.3);
  expect(await send(port, { chunks: 10, pauseMs: 100 })).toMatchObject({ status: 408 });
});
