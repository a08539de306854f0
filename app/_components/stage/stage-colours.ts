import { meaningOf } from "#lib/workspaces/stage";

/** On an element: it and all in it take the colours of what the stage means (`--color-stage`, `-ink`, `-soft`), by `stage.css`. */
export function stageColours(key: string): { readonly "data-stage": string } {
  return { "data-stage": meaningOf(key) ?? "other" };
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
