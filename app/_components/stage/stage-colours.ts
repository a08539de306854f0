import type { CSSProperties } from "react";

import { type StageKey, stageKeys } from "#lib/workspaces/stage";

export function isKnownStage(key: string): key is StageKey {
  return stageKeys.some((known) => known === key);
}

/** Sets `--stage`, `--stage-ink` and `--stage-soft` for the elements inside. A stage that a workspace added takes ink. */
export function stageColours(key: string): CSSProperties {
  const colours = isKnownStage(key)
    ? {
        "--color-stage": `var(--color-${key})`,
        "--color-stage-ink": `var(--color-${key}-ink)`,
        "--color-stage-soft": `var(--color-${key}-soft)`,
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
  if (!isKnownStage(key)) return "var(--color-ink-2)";
  return key === "purchase" ? "var(--color-purchase)" : `url(#stage-pattern-${key})`;
}
