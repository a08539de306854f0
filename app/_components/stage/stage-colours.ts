import { meaningOf } from "#lib/workspaces/stage";

/**
 * Returns the attribute that sets the stage's colours on an element and its content (`--color-stage`, `-ink`,
 * `-soft`), by `stage.css`.
 */
export function stageColours(key: string): { readonly "data-stage": string } {
  return { "data-stage": meaningOf(key) ?? "other" };
}

/**
 * Returns the fill of a bar or area: `url(#…)` of `StagePatterns`; a plain colour for purchase and for stages
 * without a meaning.
 */
export function stageFill(key: string): string {
  const meaning = meaningOf(key);
  if (!meaning) return "var(--color-ink-2)";
  return meaning === "purchase" ? "var(--color-purchase)" : `url(#stage-pattern-${meaning})`;
}

/** Returns the plain colour for lines and shapes. */
export function stageColour(key: string): string {
  return `var(--color-${meaningOf(key) ?? "ink-2"})`;
}
