import type { ReactNode } from "react";

import { meaningOf, type StageKey } from "#lib/workspaces/stage";

/**
 * The icon of a stage, in the current text colour, 12 × 12. Usable inside another SVG through `x`, `y` and
 * `size`.
 */
export function StageGlyph({
  stage,
  size = 12,
  x,
  y,
}: {
  stage: string;
  size?: number;
  x?: number;
  y?: number;
}) {
  const meaning = meaningOf(stage);
  return (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      {...(x === undefined ? {} : { x })}
      {...(y === undefined ? {} : { y })}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {meaning ? glyphs[meaning] : <path d="M3 6h6" />}
    </svg>
  );
}

const glyphs: Record<StageKey, ReactNode> = {
  awareness: (
    <>
      <circle cx="6" cy="6" r="4.4" />
      <circle cx="6" cy="6" r="1.3" fill="currentColor" stroke="none" />
    </>
  ),
  consideration: (
    <>
      <circle cx="4.2" cy="6" r="3" />
      <circle cx="7.8" cy="6" r="3" />
    </>
  ),
  decision: <path d="M6 1.4 10.6 6 6 10.6 1.4 6Z" />,
  purchase: (
    <>
      <path d="M1.8 4.4h8.4v6.2H1.8z" />
      <path d="M4 4.2V3.4a2 2 0 0 1 4 0v.8" />
    </>
  ),
  retention: (
    <>
      <path d="M10 6.4A4.1 4.1 0 1 1 8.9 3.2" />
      <path d="M9.6 1v2.8H6.8" />
    </>
  ),
  advocacy: (
    <>
      <path d="M1.4 4.8h2.2L8.4 2v8L3.6 7.2H1.4z" />
      <path d="M10.6 4.6v2.8" />
    </>
  ),
};
