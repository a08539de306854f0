import { expect, test } from "vitest";

import { limitsOf } from "#lib/accounts/limits-of";
import { shareFrom } from "#lib/media/share-media";
import type { Limits } from "#lib/networks/contract/limits";
import { problemsOfPart } from "#lib/posts/problems";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";

const picture = { mediaId: "red", alt: "Red" };

test("where a network fetches pictures and cannot reach us, that is said before anything is planned", async () => {
  const ctx = await haveWorkspace();
  const { connector } = fakeNetwork();
  const usual = connector.limits;
  const limits: Limits = { ...usual, images: { ...usual.images, isFetched: true } };
  const account = { network: connector.network, limits };
  const part = { text: "Look", images: [picture] };

  const hidden = limitsOf(ctx, account);
  expect(problemsOfPart("a", hidden, part, 1)).toEqual([
    { kind: "images-unreachable", accountId: "a", part: 1, used: 1, max: 0 },
  ]);
  expect(problemsOfPart("a", hidden, { text: "Only words", images: [] }, 1)).toEqual([]);

  const mediaShare = shareFrom("https://shoutloop.example", ctx);
  expect(problemsOfPart("a", limitsOf({ ...ctx, mediaShare }, account), part, 1)).toEqual([]);
});

test("too many links are counted where the network counts them", async () => {
  const { limits: usual } = fakeNetwork().connector;
  const text = "https://a.example http://b.example HTTPS://c.example xhttps://not.example";
  const part = { text, images: [] };
  expect(problemsOfPart("a", { ...usual, linksMax: 2 }, part, 2)).toEqual([
    { kind: "too-many-links", accountId: "a", part: 2, used: 3, max: 2 },
  ]);
  expect(problemsOfPart("a", usual, part, 2)).toEqual([]);
});
