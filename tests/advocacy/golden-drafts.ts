import { draftFor, type DraftInput } from "#lib/advocacy/draft";
import { momentKinds } from "#lib/advocacy/moment-kinds";
import { tones } from "#lib/workspaces/draft-settings";

export const kinds: DraftInput["kind"][] = [...momentKinds, "standing"];

const words = {
  en: "So helpful, and everything was ready on time",
  nl: "Heel behulpzaam, en alles was op tijd klaar",
};

/** Every kind in every tone, with their words and without, of them and to them: what a person reads before a release. */
export function everyDraft(language: "en" | "nl"): string {
  const drafts = kinds.flatMap((kind) =>
    tones.flatMap((tone) =>
      [words[language], null].flatMap((quoted) =>
        [false, true].map((isToThem) => {
          const { text } = draftFor(
            {
              kind,
              language,
              mention: "@mara",
              words: quoted,
              stars: 5,
              isToThem,
              limits: {
                text: { max: 500, unit: "graphemes" },
                images: { max: 0, maxBytes: 0, maxSide: 0, altMax: 0 },
                threadMax: 1,
              },
              brand: "Noorderwol",
              seed: "",
            },
            { tone, own: [] },
          );
          return `${kind}, ${tone}: ${text}`;
        }),
      ),
    ),
  );
  return `${[...new Set(drafts)].join("\n")}\n`;
}
