import { test } from "vitest";

import { walkTheWholeLoop } from "./whole-loop.ts";

test("from first start to a published thank-you, in Dutch and dark", () =>
  walkTheWholeLoop({
    locale: "nl",
    theme: "dark",
    text: "Grijsblauw, zo uit het verfbad: dit is hoe onze sjaal Terschelling ontstaat.",
  }));
