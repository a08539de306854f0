import { expect, test } from "vitest";

import type { Context } from "#lib/kernel/context";
import { erasePerson } from "#lib/people/erase-person";
import { exportPerson } from "#lib/people/export-person";
import { findOrCreatePeople } from "#lib/people/find-or-create-people";
import { showPost } from "#lib/posts/show-post";

import { haveWorkspace } from "../support/factories.ts";
import { havePost } from "../support/have-post.ts";

test.each([
  ["José Núñez", "jose", "Dank Jose\u0301 Nu\u0301n\u0303ez", "Dank …"],
  ["Jose\u0301 Nu\u0301n\u0303ez", "jose", "Dank José Núñez", "Dank …"],
  ["Elodie Blanc", "elodie", "Dank ÉLODIE BLANC!", "Dank …!"],
  ["Élodie Blanc", "elodie", "Dank elodie blanc!", "Dank …!"],
  ["Ans O'Proef", "ans", "Dank Ans O’Proef", "Dank …"],
  ["Jan-Piet de Wit", "jan-piet", "Dank Jan‑Piet de Wit", "Dank …"],
  ["Hyphen", "hyphen-ui.example.nl", "Dank @hyphen-ui.example.nl", "Dank …"],
  ["Иван Петров", "ivan", "Спасибо ИВАН ПЕТРОВ", "Спасибо …"],
  [
    "A [b] (c-d) {e} /f\\ g|h ^i$ *j+ ?k. -l",
    "signs",
    "A [b] (c-d) {e} /f\\ g|h ^i$ *j+ ?k. -l",
    "…",
  ],
])(
  "%s (%s) is exported with %j, and gone from it once erased",
  async (name, handle, text, left) => {
    const ctx = await haveWorkspace();
    const personId = await somebody(ctx, name, handle);
    const postId = await havePost(ctx, {
      accountIds: [],
      stageId: null,
      texts: [text, "Niets van hen"],
    });

    const { mentions } = await exportPerson(ctx, personId);
    expect(mentions["posts"]).toMatchObject([{ id: postId }]);
    expect(await erasePerson(ctx, { personId })).toMatchObject({ ok: true });
    const { parts } = await showPost(ctx, postId);
    expect(parts.map((part) => part.text)).toEqual([left, "Niets van hen"]);
  },
);

async function somebody(ctx: Context, displayName: string, handle: string): Promise<string> {
  const at = ctx.clock.now();
  const url = `https://social.example/@${handle}`;
  const found = { remoteId: `did:${handle}`, handle, displayName, url, firstAt: at, lastAt: at };
  const met = await ctx.transact((tx) => findOrCreatePeople(tx, ctx, "fake", [found]));
  return met.get(found.remoteId)?.personId ?? "";
}
