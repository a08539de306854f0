import { test } from "vitest";

import { walkTheWholeLoop } from "./whole-loop.ts";

test("from first start to a published thank-you, in English and light", () =>
  walkTheWholeLoop({
    locale: "en",
    theme: "light",
    text: "Grey-blue straight from the dye bath: this is how our Terschelling scarf comes to be.",
  }));
