import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { expect, onTestFinished, test } from "vitest";

import { createHttpClient } from "#lib/http/client";
import { readLinkPage } from "#lib/networks/kit/link-page";

const head = (meta = "") =>
  `<!doctype html><html><head>${meta}<meta property="og:title" content="Café de Wol"><meta property="og:description" content="Zoë breit"></head><body>`;
const declared = (charset: string) =>
  `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`;
const latin1 = (text: string) => Buffer.from(text, "latin1");

test.each([
  ["UTF-8", "text/html; charset=utf-8", Buffer.from(head()), {}],
  ["a charset in the header", "text/html; charset=ISO-8859-1", latin1(head()), {}],
  ["a charset of its own", "text/html", latin1(head(declared("windows-1252"))), {}],
  ["a short charset of its own", "text/html", latin1(head('<meta charset="latin1">')), {}],
  ["none, and Windows-1252", "text/html", latin1(head()), {}],
  ["UTF-16", "text/html", Buffer.from(`\uFEFF${head()}`, "utf16le"), {}],
  ["capital letters", "TEXT/HTML", Buffer.from(head()), {}],
  [
    "more than anybody reads",
    "text/html",
    Buffer.concat([Buffer.from(head()), Buffer.alloc(5e6, "x")]),
    {},
  ],
  ["gzip that nobody asked for", "text/html", gzipSync(head()), { "content-encoding": "gzip" }],
  ["brotli", "text/html", brotliCompressSync(head()), { "content-encoding": "br" }],
  [
    "gzip of very much",
    "text/html",
    gzipSync(Buffer.concat([Buffer.from(head()), Buffer.alloc(9e6, "x")])),
    { "content-encoding": "gzip" },
  ],
])("a page with %s is read", async (_what, type, body, headers) => {
  const address = await serve(type, body, headers);
  const page = await readLinkPage(createHttpClient("127.0.0.1"), address);
  expect(page).toMatchObject({ title: "Café de Wol", description: "Zoë breit" });
});

test("a title is cut between two signs", async () => {
  const title = `${"x".repeat(298)}🧶🧶`;
  const address = await serve(
    "text/html",
    Buffer.from(`<meta property="og:title" content="${title}">`),
  );
  const page = await readLinkPage(createHttpClient("127.0.0.1"), address);
  expect(page?.title).toBe(`${"x".repeat(298)}…`);
});

async function serve(type: string, body: Buffer, headers = {}): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": type, ...headers }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
