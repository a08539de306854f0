import { expect, test } from "vitest";

import type { Account } from "#lib/accounts/account";
import { findManifest } from "#lib/networks/registry";
import type { PostWithVersions } from "#lib/posts/post";
import { chosenOptions } from "#lib/views/chosen-options";

const account = (id: string, network: string) => ({ id, network }) as Account;
const part = { text: "Wool", images: [] };
const manifestOf = (network: string) => findManifest(network) ?? {};

function post(versions: readonly unknown[]): PostWithVersions {
  return { parts: [part], versions } as unknown as PostWithVersions;
}

test("what counts is told in the order of the form; what a network does not get is not", () => {
  const options = { title: "Shawl", board: "7", unknown: "x" };
  const shown = chosenOptions(
    post([
      { accountId: "pins", parts: null, options },
      { accountId: "masto", parts: null, options },
      { accountId: "empty", parts: null, options: {} },
    ]),
    [account("pins", "pinterest"), account("masto", "mastodon"), account("empty", "pinterest")],
    manifestOf,
  );
  expect(shown.map(({ account: { id } }) => id)).toEqual(["pins"]);
  expect(shown[0]?.chosen.map(({ option, value }) => [option.key, value])).toEqual([
    ["board", "7"],
    ["title", "Shawl"],
  ]);
});

test("an option that hangs on another is told only with it", () => {
  const told = (options: object) =>
    chosenOptions(
      post([{ accountId: "place", parts: null, options }]),
      [account("place", "google")],
      manifestOf,
    )[0]?.chosen.map(({ option }) => option.key) ?? [];
  const chosen = { title: "Sale", start: "2026-12-24T10:00", end: "2026-12-25T10:00" };
  expect(told({ ...chosen, topic: "event" })).toContain("title");
  expect(told(chosen)).not.toContain("title");
});
