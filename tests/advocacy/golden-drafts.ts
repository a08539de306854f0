import { draftFor, tones, type DraftInput } from "#lib/advocacy/draft";

export const kinds: DraftInput["kind"][] = [
  "first-review",
  "first-user-content",
  "first-mention",
  "referral",
  "repeat-purchase",
  "anniversary",
  "came-back",
  "helped-customer",
  "complaint-turned-happy",
  "own-initiative",
  "standing",
];

const words = {
  en: "So helpful, and everything was ready on time",
  nl: "Heel behulpzaam, en alles was op tijd klaar",
};

/** Every kind in every tone, with their words and without: what a person reads before a release. */
export function everyDraft(language: "en" | "nl"): string {
  const drafts = kinds.flatMap((kind) =>
    tones.flatMap((tone) =>
      [words[language], null].map((quoted) => {
        const { text } = draftFor({
          kind,
          language,
          mention: "@mara",
          words: quoted,
          stars: 5,
          tone,
          limits: {
            text: { max: 500, unit: "graphemes" },
            images: { max: 0, maxBytes: 0, maxSide: 0, altMax: 0 },
            threadMax: 1,
          },
          seed: "",
        });
        return `${kind}, ${tone}: ${text}`;
      }),
    ),
  );
  return `${[...new Set(drafts)].join("\n")}\n`;
}
