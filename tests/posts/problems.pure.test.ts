import { expect, test } from "vitest";

import type { Limits } from "#lib/networks/limits";
import type { PostPart } from "#lib/posts/post";
import { problemsOf } from "#lib/posts/problems";

const limits: Limits = {
  text: { max: 10, unit: "graphemes", maxBytes: 60 },
  images: { max: 1, maxBytes: 1_000, maxSide: 100, altMax: 5 },
  threadMax: 2,
};
const accounts = [
  { id: "strict", limits },
  { id: "roomy", limits: { ...limits, text: { max: 500, unit: "graphemes" as const } } },
];
const image = (alt: string) => ({ mediaId: "m", alt });

test.each<[string, PostPart[], string[]]>([
  ["a short text", [{ text: "Hello", images: [] }], []],
  [
    "text over one account's limit",
    [{ text: "Hello, world", images: [] }],
    ["strict text-too-long 1"],
  ],
  ["a family that is one grapheme each", [{ text: "👨‍👩‍👧‍👦".repeat(2), images: [] }], []],
  [
    "too many bytes in few graphemes",
    [{ text: "👨‍👩‍👧‍👦".repeat(4), images: [] }],
    ["strict text-too-long 1"],
  ],
  [
    "an empty second part",
    [
      { text: "One", images: [] },
      { text: " ", images: [] },
    ],
    ["strict empty 2", "roomy empty 2"],
  ],
  ["an image without words", [{ text: "", images: [image("wool")] }], []],
  [
    "two images",
    [{ text: "", images: [image(""), image("")] }],
    ["strict too-many-images 1", "roomy too-many-images 1"],
  ],
  [
    "a long alt text",
    [{ text: "", images: [image("a sheep")] }],
    ["strict alt-too-long 1", "roomy alt-too-long 1"],
  ],
  [
    "three parts",
    [1, 2, 3].map(() => ({ text: "x", images: [] })),
    ["strict too-many-parts null", "roomy too-many-parts null"],
  ],
])("%s", (_name, parts, expected) => {
  const found = problemsOf(
    { stageId: "s", parts, versions: versionsFor("strict", "roomy") },
    accounts,
  );
  expect(found.map(({ accountId, kind, part }) => `${accountId} ${kind} ${part}`)).toEqual(
    expected,
  );
});

test("a post needs a stage and an account", () => {
  const found = problemsOf(
    { stageId: null, parts: [{ text: "x", images: [] }], versions: [] },
    accounts,
  );
  expect(found.map(({ kind }) => kind)).toEqual(["no-stage", "no-account"]);
});

test("an account's own version is judged in place of the common text", () => {
  const [strict, roomy] = versionsFor("strict", "roomy");
  const versions = [{ ...strict!, parts: [{ text: "short", images: [] }] }, roomy!];
  const parts = [{ text: "much too long for one", images: [] }];
  expect(problemsOf({ stageId: "s", parts, versions }, accounts)).toEqual([]);
});

function versionsFor(...ids: string[]) {
  return ids.map((accountId) => ({
    id: accountId,
    workspaceId: "w",
    postId: "p",
    accountId,
    parts: null,
  }));
}
