import { stageColours } from "../stage/stage-colours.ts";

interface Share {
  readonly key: string;
  readonly percent: number;
  /** Its colour: a `fill-…` class; with a stage, `fill-stage`. */
  readonly fill: string;
  readonly stage?: string;
}

/**
 * Bars side by side, each as wide as its part of a hundred; how large the whole is says `className`. Drawn and
 * not styled: the page's policy takes no styles of single elements.
 */
export function ShareBar({ shares, className }: { shares: readonly Share[]; className: string }) {
  const startOf = (index: number) =>
    shares.slice(0, index).reduce((sum, { percent }) => sum + percent, 0);
  return (
    <svg className={className} aria-hidden="true">
      {shares.map(({ key, percent, fill, stage }, index) => (
        <rect
          key={key}
          x={`${startOf(index)}%`}
          width={`${percent}%`}
          height="100%"
          className={`${fill} ${index > 0 ? "stroke-surface" : ""}`}
          {...(stage && stageColours(stage))}
        />
      ))}
    </svg>
  );
}
