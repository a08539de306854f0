import { expect, test } from "vitest";

import { readText } from "#lib/engagement/text-signals/text-signals";
import { phrase } from "#lib/networks/practice/phrases";

test.each(["nl", "en"] as const)(
  "praise on the practice network in %s is sure enough",
  (language) => {
    for (const kind of ["praise", "mention", "thanks", "relief"] as const)
      for (let n = 0; n < 200; n += 1) {
        const text = phrase(language, kind, "story", `${kind}-${n}`);
        const { sentiment, confidence } = readText(text, language);
        expect([text, sentiment]).toEqual([text, "positive"]);
        expect(confidence).toBeGreaterThanOrEqual(0.65);
      }
  },
);
