import { stageColours } from "../stage/stage-colours.ts";

interface Share {
  readonly key: string;
  readonly percent: number;
  /** Class for the colour: `fill-…`; with a stage, `fill-stage`. */
  readonly fill: string;
  readonly stage?: string;
}

/**
 * Adjacent bars as wide as their percentages; `className` sets the size of the whole. Drawn as SVG, because
 * the content security policy forbids inline styles.
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
