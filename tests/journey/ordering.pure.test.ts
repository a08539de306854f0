import { expect, test } from "vitest";

import { stageTemplateNames, templateStages } from "#lib/workspaces/stage";

import { shownAfter, type Act } from "./shown-after.ts";

/** All within one hour, as people buy. */
const inOneGo: readonly Act[][] = [
  [
    [0, "basket"],
    [0, "order"],
  ],
  [
    [0, "question"],
    [0, "price-question"],
    [0, "basket"],
    [0, "direct-message", "Do you have it in blue?"],
    [0, "order"],
  ],
  [
    [0, "basket"],
    [1, "basket"],
    [2, "price-question"],
    [2, "basket"],
    [2, "in-store-purchase"],
  ],
];

test.each(
  stageTemplateNames.flatMap((template) => inOneGo.map((acts, nr) => ({ template, nr, acts }))),
)(
  "who orders has bought, whatever spoke of deciding before: $template, $nr",
  ({ template, acts }) => {
    const stages = templateStages(template);
    expect(shownAfter(acts, 3, stages)).toBe(shownAfter([[0, "order"]], 3, stages));
  },
);
