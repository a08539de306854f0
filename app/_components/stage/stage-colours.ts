import type { CSSProperties } from "react";

import { type StageKey, stageKeys } from "#lib/workspaces/stage";

export function isKnownStage(key: string): key is StageKey {
  return stageKeys.some((known) => known === key);
}

/** Sets `--stage`, `--stage-ink` and `--stage-soft` for the elements inside. A stage that a workspace added takes ink. */
export function stageColours(key: string): CSSProperties {
  const colours = isKnownStage(key)
    ? {
        "--stage": `var(--${key})`,
        "--stage-ink": `var(--${key}-ink)`,
        "--stage-soft": `var(--${key}-soft)`,
      }
    : { "--stage": "var(--ink-2)", "--stage-ink": "var(--ink-2)", "--stage-soft": "var(--hover)" };
  return colours as CSSProperties;
}

/** The fill of a bar or area: `url(#…)` of `StagePatterns`, or the plain colour for purchase. */
export function stageFill(key: string): string {
  if (!isKnownStage(key)) return "var(--ink-2)";
  return key === "purchase" ? "var(--purchase)" : `url(#stage-pattern-${key})`;
}
