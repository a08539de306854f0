import { test } from "vitest";

import { lookAtEveryPage } from "./look-at-pages.ts";

test("every page in English: nothing for axe in either theme, nothing too wide at 320, 768 and 1280 px, no text missing", () =>
  lookAtEveryPage("en"));
