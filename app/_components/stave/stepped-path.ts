export interface PathPoint {
  /** When the person's stage was determined. */
  at: Date;
  stageKey: string;
}

export interface PathLane {
  key: string;
  name: string;
}

export interface QuietTime {
  from: Date;
  to: Date;
}

export interface PlacedPoint extends PathPoint {
  x: number;
  y: number;
}

export interface PathBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
  from: Date;
  until: Date;
}

/**
 * Returns the position of each point: time from left to right, lanes from top to bottom. Points of unknown
 * lanes are left out.
 */
export function placePoints(
  points: readonly PathPoint[],
  lanes: readonly PathLane[],
  box: PathBox,
): PlacedPoint[] {
  return points
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .flatMap((point) => {
      const lane = lanes.findIndex((one) => one.key === point.stageKey);
      if (lane < 0) return [];
      return [{ ...point, x: timeX(point.at, box), y: laneY(lane, lanes.length, box) }];
    });
}

export function timeX(at: Date, box: PathBox): number {
  const span = Math.max(1, box.until.getTime() - box.from.getTime());
  const share = Math.min(1, Math.max(0, (at.getTime() - box.from.getTime()) / span));
  return Math.round((box.left + share * (box.right - box.left)) * 10) / 10;
}

export function laneY(lane: number, lanes: number, box: PathBox): number {
  const step = lanes > 1 ? (box.bottom - box.top) / (lanes - 1) : 0;
  return Math.round((box.top + lane * step) * 10) / 10;
}

/** Returns an SVG path that stays in a lane until the next point and then steps to its lane. */
export function steppedLine(placed: readonly PlacedPoint[], endX?: number): string {
  const [first, ...rest] = placed;
  if (!first) return "";
  const steps = rest.map((point) => `H${point.x}V${point.y}`).join("");
  return `M${first.x} ${first.y}${steps}${endX === undefined ? "" : `H${endX}`}`;
}
