import { expect, test } from "vitest";

import { changePerson } from "#lib/people/change-person";
import { findOrCreatePeople } from "#lib/people/find-or-create-people";
import { vetoMerge, withdrawVeto } from "#lib/people/merge-veto";
import { recordsRemoteId } from "#lib/people/records-remote-id";
import { listMergeSuggestions, suggestMergesOf } from "#lib/people/suggest-merges";
import { mergePeople } from "#lib/projector/merge-people";
import { unmergePeople } from "#lib/projector/unmerge-people";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";

interface Profile {
  readonly network: string;
  readonly remoteId?: string;
  readonly handle: string;
  readonly name: string;
  readonly url?: string;
  readonly about?: string;
}

const alike: [string, Profile, Profile, object][] = [
  [
    "one handle on two networks, however it is written",
    { network: "mastodon", handle: "anna.vermeer@wool.example", name: "anna" },
    { network: "x", handle: "Anna_Vermeer", name: "av" },
    { reasons: ["handle"], confidence: "low" },
  ],
  [
    "handle and full name, accents or not",
    { network: "bluesky", remoteId: "did:a", handle: "zoemueller.bsky.social", name: "Zoë Müller" },
    { network: "mastodon", handle: "zoemueller@s.example", name: "zoe muller" },
    { reasons: ["handle", "name"], confidence: "medium" },
  ],
  [
    "each names the other",
    {
      network: "bluesky",
      remoteId: "did:b",
      handle: "kees.example",
      name: "Kees",
      url: "https://bsky.app/profile/did:b",
      about: "Also @kees1969@fosto.example",
    },
    {
      network: "mastodon",
      handle: "kees1969@fosto.example",
      name: "K.",
      url: "https://fosto.example/@kees1969",
      about: "me on the butterfly: https://bsky.app/profile/kees.example",
    },
    { reasons: ["linked-both"], confidence: "high" },
  ],
  [
    "one names the other, and they are called alike",
    { network: "x", handle: "fatima_z", name: "Fatima Zahra", url: "https://x.com/fatima_z" },
    {
      network: "mastodon",
      handle: "fz@s.example",
      name: "Fatima Zahra",
      about: "twitter.com/fatima_z/",
    },
    { reasons: ["linked", "name"], confidence: "high" },
  ],
  [
    "the address of mail by which a list knows them",
    {
      network: "records",
      remoteId: `csv-${recordsRemoteId("Ria@post.example")}`,
      handle: "Ria",
      name: "Ria",
    },
    { network: "mastodon", handle: "rr@s.example", name: "Rr", about: "mail: ria@post.example" },
    { reasons: ["mail"], confidence: "high" },
  ],
  [
    "one page of their own, and one name",
    { network: "x", handle: "studio9", name: "Bo de Wit", about: "https://www.bodewit.example/" },
    { network: "mastodon", handle: "bdw@s.example", name: "Bo de Wit", about: "bodewit.example" },
    { reasons: ["same-page", "name"], confidence: "medium" },
  ],
];

test.each(alike)("suggested: %s", async (_why, one, other, expected) => {
  const ctx = await haveWorkspace();
  const [first, second] = [await meet(ctx, one), await meet(ctx, other)];
  await meet(ctx, { network: "x", handle: "somebody_else", name: "Somebody Else" });
  for (const [from, to] of [
    [first, second],
    [second, first],
  ] as const)
    expect(await suggestMergesOf(ctx, from)).toMatchObject([{ ...expected, other: { id: to } }]);
  const { suggestions, next } = await listMergeSuggestions(ctx, { limit: 20 });
  expect(suggestions).toMatchObject([expected]);
  expect(next).toBeUndefined();
});

const unlike: [string, Profile, Profile][] = [
  [
    "a full name alone",
    { network: "x", handle: "jdv88", name: "Jan de Vries" },
    { network: "mastodon", handle: "vriesje@s.example", name: "Jan de Vries" },
  ],
  [
    "two accounts of one network",
    { network: "x", handle: "twin_knits", name: "Twin Knits" },
    { network: "x", handle: "twinknits", name: "Twin Knits" },
  ],
  [
    "a handle that is nobody's own",
    { network: "x", handle: "support", name: "Support" },
    { network: "mastodon", handle: "support@s.example", name: "Help" },
  ],
  [
    "the front page of a network",
    { network: "x", handle: "one11", name: "One", about: "https://linktr.ee" },
    { network: "mastodon", handle: "two22@s.example", name: "Two", about: "linktr.ee" },
  ],
  [
    "a first name and a first name",
    { network: "x", handle: "sanne", name: "Sanne" },
    { network: "mastodon", handle: "sanne_k@s.example", name: "Sanne" },
  ],
];

test.each(unlike)("not suggested: %s", async (_why, one, other) => {
  const ctx = await haveWorkspace();
  const [first] = [await meet(ctx, one), await meet(ctx, other)];
  expect(await suggestMergesOf(ctx, first)).toEqual([]);
  expect((await listMergeSuggestions(ctx, { limit: 20 })).suggestions).toEqual([]);
});

test("a name that very many have tells nothing", async () => {
  const ctx = await haveWorkspace();
  const first = await meet(ctx, { network: "mastodon", handle: "marie1@s.example", name: "M" });
  for (let index = 0; index < 12; index += 1)
    await meet(ctx, { network: `n${index}`, handle: "marie1", name: "M" });
  expect(await suggestMergesOf(ctx, first)).toEqual([]);
});

test("staff and machines are nobody, and a no is remembered until it is taken back", async () => {
  const { ctx, personId, otherId } = await havePair();
  expect(await suggestMergesOf(ctx, personId)).toHaveLength(1);
  await changePerson(ctx, { personId: otherId, role: "bot" });
  expect(await suggestMergesOf(ctx, personId)).toEqual([]);
  await changePerson(ctx, { personId: otherId, role: "fan" });

  expect(await vetoMerge(ctx, { personId, otherId })).toMatchObject({ ok: true });
  expect(await suggestMergesOf(ctx, personId)).toEqual([]);
  expect(await suggestMergesOf(ctx, otherId)).toEqual([]);
  expect(await mergePeople(ctx, { personId: otherId, otherId: personId })).toMatchObject({
    refusal: "not-the-same",
  });
  await withdrawVeto(ctx, { personId: otherId, otherId: personId });
  expect(await suggestMergesOf(ctx, personId)).toHaveLength(1);
});

test("a no holds for whoever they are merged with, and after that is undone", async () => {
  const { ctx, personId, otherId } = await havePair();
  const third = await meet(ctx, { network: "practice", handle: "lotte.jansen", name: "Lotte" });
  await vetoMerge(ctx, { personId, otherId });
  await mergePeople(ctx, { personId: third, otherId });
  expect(await suggestMergesOf(ctx, personId)).toEqual([]);
  await unmergePeople(ctx, { personId: otherId });
  expect(await suggestMergesOf(ctx, personId)).toMatchObject([{ other: { id: third } }]);
});

test("a changed profile is looked at anew", async () => {
  const ctx = await haveWorkspace();
  const first = await meet(ctx, { network: "x", handle: "weaver_jo", name: "Jo" });
  await meet(ctx, { network: "mastodon", remoteId: "jo", handle: "jo@s.example", name: "Jo" });
  expect(await suggestMergesOf(ctx, first)).toEqual([]);
  await meet(ctx, {
    network: "mastodon",
    remoteId: "jo",
    handle: "weaverjo@s.example",
    name: "Jo",
  });
  expect(await suggestMergesOf(ctx, first)).toHaveLength(1);
});

async function havePair() {
  const ctx = await haveWorkspace();
  const personId = await meet(ctx, { network: "x", handle: "lotte_jansen", name: "Lotte Jansen" });
  const otherId = await meet(ctx, {
    network: "mastodon",
    handle: "lottejansen@s.example",
    name: "Lotte Jansen",
  });
  return { ctx, personId, otherId };
}

async function meet(ctx: TestContext, profile: Profile): Promise<string> {
  const { network, handle, name, url, about } = profile;
  const remoteId = profile.remoteId ?? handle;
  const at = ctx.clock.now();
  const found = { remoteId, handle, displayName: name, firstAt: at, lastAt: at, url, about };
  const met = await ctx.transact((tx) => findOrCreatePeople(tx, ctx, network, [found]));
  return met.get(remoteId)?.personId ?? "";
}
