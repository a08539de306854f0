import { writeFileSync } from "node:fs";

import { linesOf, measure } from "./measure.ts";

/** Writes what the settings page tells of how often words are read rightly. Run it after every change of the lexicons. */
const measured = Object.fromEntries(
  (["en", "nl"] as const).map((language) => [
    language,
    {
      tuned: measure(linesOf(language, "tuned"), language),
      held: measure(linesOf(language, "held"), language),
    },
  ]),
);
const file = new URL("../../../lib/engagement/text-signals/measured.ts", import.meta.url);
writeFileSync(
  file,
  `${head()}export const measured: Measured = ${JSON.stringify(measured, null, 2)};\n`,
);

function head(): string {
  return `/** How the labelled lines of one language were read. */
export interface LanguageMeasured {
  readonly lines: number;
  /** Told to be in the language they are in. */
  readonly language: number;
  /** Praise that counts without a person reading it first, and how much of that is praise. */
  readonly sure: number;
  readonly sureAndRight: number;
  readonly praise: number;
  readonly ironic: number;
  readonly ironicTakenForPraise: number;
  readonly blame: number;
  readonly saidBlame: number;
  readonly saidBlameAndRight: number;
  readonly questions: number;
  readonly saidQuestion: number;
  readonly saidQuestionAndRight: number;
}

/** \`held\` are lines that nothing was tuned on. */
export type Measured = Readonly<
  Record<"en" | "nl", { readonly tuned: LanguageMeasured; readonly held: LanguageMeasured }>
>;

/** Written by tests/engagement/lines/write-measured.ts; a test compares. */
`;
}
