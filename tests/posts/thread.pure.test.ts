import { describe, expect, test } from "vitest";

import type { ComposerAccount, Draft } from "../../app/_components/composer/draft.ts";
import { judgeImage, missingAlts } from "../../app/_components/composer/judge-images.ts";
import { fittingLength, tightestCount } from "../../app/_components/composer/part-count.ts";
import {
  movePart,
  splitPart,
  splitPartAt,
  withoutPart,
} from "../../app/_components/composer/thread.ts";

const image = (mediaId: string, alt = "") => ({ mediaId, alt });
const poll = { options: ["Red", "Blue"], minutes: 60, isMultiple: false };
const parts = [
  { text: "One.", images: [image("a", "a scarf")], warning: "Wool", poll },
  { text: "Two.", images: [] },
  { text: "Three.", images: [image("b")] },
];

describe("a thread", () => {
  test("is split where a part is; pictures stay with its beginning", () => {
    const long = [{ ...parts[0]!, text: "One is here. Two is here." }, parts[1]!];
    const split = splitPart(long, 0, (text) => text.length <= 12);
    expect(split.map(({ text }) => text)).toEqual(["One is here.", "Two is here.", "Two."]);
    expect(split.map(({ images }) => images.length)).toEqual([1, 0, 0]);
    expect(split[0]).toMatchObject({ warning: "Wool", poll });
    expect(splitPartAt(long, 0, 12).map(({ text }) => text)).toEqual(split.map(({ text }) => text));
  });

  test.each([
    [0, 2, ["Two.", "Three.", "One."]],
    [2, 0, ["Three.", "One.", "Two."]],
    [1, 0, ["Two.", "One.", "Three."]],
    [1, 3, ["One.", "Two.", "Three."]],
  ])("moved from %i to %i keeps its warning and poll with what is first", (from, to, texts) => {
    const moved = movePart(parts, from, to);
    expect(moved.map(({ text }) => text)).toEqual(texts);
    expect(moved[0]).toMatchObject({ warning: "Wool", poll });
    expect(moved.slice(1).some((part) => part.warning || part.poll)).toBe(false);
    expect(moved.find(({ text }) => text === "One.")?.images).toHaveLength(1);
  });

  test("whose first part is taken away keeps its warning and poll", () => {
    expect(withoutPart(parts, 0)).toMatchObject([
      { text: "Two.", warning: "Wool", poll, images: [] },
      { text: "Three." },
    ]);
    expect(withoutPart(parts, 1).map(({ text }) => text)).toEqual(["One.", "Three."]);
  });
});

describe("while one works", () => {
  const small = account("small", "Small", { max: 5, images: 1, maxSide: 1_000 });
  const large = account("large", "Large", { max: 50, images: 4, maxSide: 4_000 });

  test("the counter of a part is that of who has the least room", () => {
    expect(tightestCount([large, small], parts[1]!)).toMatchObject({
      used: 4,
      max: 5,
      networkLabel: "Small",
    });
    expect(tightestCount([], parts[1]!)).toBeUndefined();
  });

  test("a preview takes what fits, sign by sign", () => {
    expect(fittingLength("1234567", small.limits)).toBe(5);
    expect(fittingLength("🧶🧶🧶🧶🧶🧶", small.limits)).toBe("🧶".length * 5);
    expect(fittingLength("1234", small.limits)).toBe(4);
  });

  test("each network says what becomes of a picture", () => {
    expect(judgeImage(2, { width: 2_000, height: 1_000 }, [small, large])).toEqual({
      notShownOn: ["Small"],
      smallerOn: [],
      shape: undefined,
    });
    expect(judgeImage(1, { width: 5_000, height: 1_000 }, [small, large])).toEqual({
      notShownOn: [],
      smallerOn: [
        { network: "Small", side: 1_000 },
        { network: "Large", side: 4_000 },
      ],
      shape: "wide",
    });
  });

  test("every picture without alt text is named once, and those of an own version by its network", () => {
    const draft: Draft = {
      stageId: null,
      accountIds: ["small", "large"],
      parts,
      versions: { small: [{ text: "", images: [image("c"), image("d", "wool")] }] },
      options: {},
      disclosure: null,
      language: null,
    };
    expect(missingAlts(draft, [small, large])).toEqual([
      { network: undefined, part: 3, image: 1 },
      { network: "Small", part: 1, image: 1 },
    ]);
  });
});

function account(
  id: string,
  networkLabel: string,
  { max, images, maxSide }: { max: number; images: number; maxSide: number },
): ComposerAccount {
  return {
    id,
    network: id,
    networkLabel,
    handle: id,
    displayName: id,
    isSimulated: true,
    needsPerson: false,
    canMention: false,
    optionTexts: {},
    limits: {
      text: { max, unit: "graphemes" },
      images: { max: images, maxBytes: 1e6, maxSide, altMax: 100 },
      threadMax: 5,
    },
  };
}
