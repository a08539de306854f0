import { expect, test } from "vitest";

import { saveDraft } from "#lib/posts/save-draft";
import { viewPost } from "#lib/views/post";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";

test.each([
  ["one text for all", {}, [["one", "two", "Everybody"]]],
  [
    "one account's own",
    { two: "Own" },
    [
      ["one", "Everybody"],
      ["two", "Own"],
    ],
  ],
  [
    "nobody's but their own",
    { one: "First", two: "Second" },
    [
      ["one", "First"],
      ["two", "Second"],
    ],
  ],
] as const)("the page of a post shows %s", async (_what, own: Record<string, string>, shown) => {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const ids = new Map<string, string>();
  for (const handle of ["one", "two"])
    ids.set(handle, (await haveAccount(ctx, { identifier: handle })).id);
  const versions = Object.entries(own).map(
    ([handle, text]) => [ids.get(handle) ?? "", [{ text }]] as const,
  );
  const saved = await saveDraft(ctx, {
    accountIds: [...ids.values()],
    parts: [{ text: "Everybody" }],
    versions: Object.fromEntries(versions.map(([id, parts]) => [id, [...parts]])),
  });
  const { texts } = await viewPost(ctx, saved.ok ? saved.value.id : "");
  expect(
    texts.map(({ accounts, parts }) => [
      ...accounts.map(({ handle }) => handle).toSorted(),
      parts[0]?.text,
    ]),
  ).toEqual(shown);
});
