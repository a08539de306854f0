import { expect, test } from "vitest";

import { stateOnNetwork } from "#lib/deliveries/post-status";
import { locales } from "#lib/i18n/locale";
import { translatorFor } from "#lib/i18n/translator";

import { noon } from "../support/context.ts";

const edited = { outcome: "edited" };

test.each([
  [{ state: "published", removedAt: null, history: [] }, "published"],
  [{ state: "published", removedAt: null, history: [edited] }, "edited"],
  [{ state: "published", removedAt: noon, history: [edited] }, "removed"],
  [{ state: "needs_person", removedAt: null, history: [] }, "needs_person"],
] as const)("%o is told as %s, in words of every language", (delivery, told) => {
  expect(stateOnNetwork(delivery)).toBe(told);
  for (const locale of locales)
    expect(translatorFor(locale).has(`delivery.states.${told}`)).toBe(true);
});
