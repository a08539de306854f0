import sharp from "sharp";
import { expect, test } from "vitest";

import { previewLink } from "#lib/posts/preview-link";

import { loopbackServer } from "../http/loopback-server.ts";
import { testContext } from "../support/context.ts";

const guide = `<html><head>
  <meta property="og:title" content="Size guide: 160 or 200 cm?">
  <meta property="og:description" content="Measure from neck to navel.">
  <meta property="og:image" content="/scarf.png"></head></html>`;
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320"><rect width="640" height="320"/></svg>`;

async function shop(picture?: string) {
  const scarf = picture ?? (await knitted());
  return loopbackServer((request, response) => {
    const isPicture = request.url === "/scarf.png";
    response.setHeader("content-type", isPicture ? "image/png" : "text/html");
    response.end(isPicture ? scarf : guide);
  });
}

function knitted(): Promise<Buffer> {
  const create = { width: 640, height: 320, channels: 3, background: "#000000" } as const;
  return sharp({ create }).png().toBuffer();
}

test("a picture that is a drawing is not opened, whatever it is called", async () => {
  const [ctx, server] = [await testContext(), await shop(drawing)];
  const outcome = await previewLink(ctx, { text: `${server.url}/guide`, isBareToo: false });
  expect(outcome).toMatchObject({ ok: true, value: { picture: null } });
});

test("shows title, description and a small picture of the page behind the first link", async () => {
  const [ctx, server] = [await testContext(), await shop()];

  const outcome = await previewLink(ctx, {
    text: `In doubt? ${server.url}/guide, or ${server.url}/other.`,
    isBareToo: true,
  });

  expect(outcome).toMatchObject({
    ok: true,
    value: {
      uri: `${server.url}/guide`,
      host: `127.0.0.1:${server.port}`,
      title: "Size guide: 160 or 200 cm?",
      description: "Measure from neck to navel.",
      picture: expect.stringMatching(/^data:image\/jpeg;base64,/),
    },
  });
});

test("reads a page once in ten minutes", async () => {
  const [ctx, server] = [await testContext(), await shop()];
  const asked = { text: `${server.url}/guide`, isBareToo: false };
  await previewLink(ctx, asked);
  await previewLink(ctx, asked);
  expect(server.requests).toHaveLength(2);

  ctx.clock.pass({ minutes: 11 });
  await previewLink(ctx, asked);
  expect(server.requests).toHaveLength(4);
});

test("shows nothing where there is no link, no answer, or no way there", async () => {
  const ctx = await testContext();
  for (const text of ["No link here", "https://127.0.0.1:1/", "https://10.0.0.1/inside"])
    expect(await previewLink(ctx, { text, isBareToo: true })).toEqual({ ok: true, value: null });
});

test("a link without a scheme counts where the network links it, too", async () => {
  const ctx = await testContext();
  const seen: string[] = [];
  const http = {
    ...ctx.http,
    send: (url: string) => {
      seen.push(url);
      return ctx.http.send("https://10.0.0.1/");
    },
  };
  for (const isBareToo of [false, true])
    await previewLink({ ...ctx, http }, { text: "See noorderwol.nl/guide.", isBareToo });
  expect(seen).toEqual(["https://noorderwol.nl/guide"]);
});

test("reads no more than so many pages for one person", async () => {
  const ctx = await testContext({ actor: { id: "curious", role: "editor" } });
  const outcomes = [];
  for (let page = 0; page < 41; page += 1)
    outcomes.push(await previewLink(ctx, { text: `https://10.0.0.1/${page}`, isBareToo: false }));
  expect(outcomes.slice(0, 40).every(({ ok }) => ok)).toBe(true);
  expect(outcomes[40]).toMatchObject({ ok: false, refusal: "too-many-previews" });
});

test("is for those who write posts", async () => {
  const ctx = await testContext({ actor: { id: "vera", role: "viewer" } });
  const asked = previewLink(ctx, { text: "https://noorderwol.example", isBareToo: false });
  await expect(asked).rejects.toThrow("editor");
});
