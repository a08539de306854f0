import { expect, test } from "vitest";

import type { Limits } from "#lib/networks/contract/limits";
import { partsFor, type PostPart } from "#lib/posts/post";
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
    options: null,
  }));
}

const pollLimit = {
  optionsMax: 3,
  optionLength: 6,
  minutesMin: 5,
  minutesMax: 60,
  hasMultiple: false,
  withImages: false,
};
const withPolls: Limits = { ...limits, poll: pollLimit, hasWarnings: true };
const fine = { options: ["Red", "Blue"], minutes: 30, isMultiple: false };

test.each<[string, Partial<PostPart>, Limits, string[]]>([
  ["a fine poll", { poll: fine }, withPolls, []],
  ["a poll where there are none", { poll: fine }, limits, ["no-polls-here 1/0"]],
  [
    "too many choices",
    { poll: { ...fine, options: ["a", "b", "c", "d"] } },
    withPolls,
    ["too-many-options 4/3"],
  ],
  [
    "a long choice",
    { poll: { ...fine, options: ["Red", "Crimson"] } },
    withPolls,
    ["option-too-long 7/6"],
  ],
  [
    "a choice of six families",
    { poll: { ...fine, options: ["👨‍👩‍👧‍👦".repeat(6), "b"] } },
    withPolls,
    [],
  ],
  [
    "an empty choice",
    { poll: { ...fine, options: ["Red", " "] } },
    withPolls,
    ["option-empty 0/0"],
  ],
  ["twins", { poll: { ...fine, options: ["Red", "Red "] } }, withPolls, ["options-alike 0/0"]],
  ["a short poll", { poll: { ...fine, minutes: 4 } }, withPolls, ["poll-too-short 4/5"]],
  ["a long poll", { poll: { ...fine, minutes: 61 } }, withPolls, ["poll-too-long 61/60"]],
  ["several choices", { poll: { ...fine, isMultiple: true } }, withPolls, ["one-choice-only 0/0"]],
  ["a poll with an image", { poll: fine, images: [image("")] }, withPolls, ["poll-and-images 1/0"]],
  ["a warning that fills the text", { warning: "Wool!!" }, withPolls, ["text-too-long 11/10"]],
  ["a warning where it is not shown", { warning: "Wool!!" }, limits, []],
])("%s", (_name, over, accountLimits, expected) => {
  const parts = [{ text: "Hello", images: [], ...over }];
  const found = problemsOf({ stageId: "s", parts, versions: versionsFor("strict") }, [
    { id: "strict", limits: accountLimits },
  ]);
  expect(found.map(({ kind, used, max }) => `${kind} ${used}/${max}`)).toEqual(expected);
});

test("a warning and a circle of readers count for the whole thread, unless a part has its own", () => {
  const parts: PostPart[] = [
    { text: "One", images: [], warning: "Wool", visibility: "unlisted" },
    { text: "Two", images: [] },
    { text: "Three", images: [], warning: "More wool" },
  ];
  const post = { parts, versions: versionsFor("strict") };
  const shown = partsFor(post, "strict").map(({ warning, visibility }) => [warning, visibility]);
  expect(shown).toEqual([
    ["Wool", "unlisted"],
    ["Wool", "unlisted"],
    ["More wool", "unlisted"],
  ]);
  expect(parts[1]).toEqual({ text: "Two", images: [] });
});
