import { z } from "zod";

import { isPlainName } from "../kernel/control-signs.ts";
import { tones, type OwnSentence } from "../workspaces/draft-settings.ts";
import { version } from "../workspaces/input.ts";
import { sentenceKinds } from "./own-sentence.ts";

const sentence = z.object({
  /** Absent or unknown for a new sentence. */
  key: z.string().max(80).optional(),
  kind: z.enum(sentenceKinds),
  language: z.enum(["en", "nl"]),
  text: z.string().trim().min(1).max(500).refine(isReadInOrder),
});

/** The tone, and all sentences in order. Sentences that are not named are removed. */
export const draftSettingsInput = z.object({
  version,
  tone: z.enum([...tones, "mixed"]),
  own: z.array(sentence).max(60).default([]),
});

export type GivenSentence = Omit<OwnSentence, "key"> & { readonly key?: string | undefined };

/** Whether the text has no control characters and no lone surrogates, apart from line breaks. */
function isReadInOrder(text: string): boolean {
  return isPlainName(text.replaceAll(/\r?\n/g, " "));
}
