import { globSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { manifests } from "#lib/networks/registry";

import { namedNetworks } from "./network-places.ts";

/** A network's own folders: its connector, and its pages where it brings any. The texts are the second place. */
const own = new RegExp(
  `^(lib/networks|app)/(${manifests.map(({ network }) => network).join("|")})/|^lib/i18n/messages/`,
);

/** The sample shop is customers of Practice's; it is no part of the product at work. */
const sample = "lib/demo/";

test("outside its folder a network is named in the registry and the texts alone", () => {
  const files = globSync("{lib,app}/**/*.{ts,tsx}").filter(
    (file) => !own.test(file) && !file.startsWith(sample),
  );
  const named = files.flatMap((file) => {
    const networks = namedNetworks(readFileSync(file, "utf8"), manifests);
    return networks.length > 0 ? [{ file, networks }] : [];
  });
  expect(files.length).toBeGreaterThan(500);
  const all = manifests.map(({ network }) => network);
  expect(named).toEqual([{ file: "lib/networks/registry.ts", networks: all }]);
});

test.each([
  ['import { limits } from "../networks/bluesky/limits.ts";', ["bluesky"]],
  ['if (network === "mastodon") return;', ["mastodon"]],
  ["const label = 'X';", ["x"]],
  ["const paths = { bluesky: 1, other: 2 };", ["bluesky"]],
  ['/** Bluesky and "x" */ const at = { x: 1, y: 2 }; // "mastodon"', []],
])("a file with %j names %j", (source, networks) => {
  expect(namedNetworks(source, manifests)).toEqual(networks);
});
