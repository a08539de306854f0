import type { CSSProperties } from "react";

import { meaningOf } from "#lib/workspaces/stage";

/** Sets `--stage`, `--stage-ink` and `--stage-soft` for the elements inside, by what the stage means. */
export function stageColours(key: string): CSSProperties {
  const meaning = meaningOf(key);
  const colours = meaning
    ? {
        "--color-stage": `var(--color-${meaning})`,
        "--color-stage-ink": `var(--color-${meaning}-ink)`,
        "--color-stage-soft": `var(--color-${meaning}-soft)`,
      }
    : {
        "--color-stage": "var(--color-ink-2)",
        "--color-stage-ink": "var(--color-ink-2)",
        "--color-stage-soft": "var(--color-hover)",
      };
  return colours as CSSProperties;
}

/** The fill of a bar or area: `url(#…)` of `StagePatterns`, or the plain colour for purchase. */
export function stageFill(key: string): string {
  const meaning = meaningOf(key);
  if (!meaning) return "var(--color-ink-2)";
  return meaning === "purchase" ? "var(--color-purchase)" : `url(#stage-pattern-${meaning})`;
}

/** The plain colour, for what is drawn. */
export function stageColour(key: string): string {
  return `var(--color-${meaningOf(key) ?? "ink-2"})`;
}
