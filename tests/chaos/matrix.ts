import { drained } from "./drained.ts";
import { pause } from "./fast-time.ts";
import { Gathering } from "./gathering.ts";
import { startHarness, type Harness } from "./harness.ts";
import { judge, type Verdict } from "./judge.ts";
import type { Life } from "./life.ts";
import { doubtfulWeather, fairWeather, type Weather } from "./network/faults.ts";
import { kinds } from "./network/kinds.ts";
import { answerAll } from "./person.ts";
import { isNetworkPoint, keyOf, points, type NetworkPoint, type Point } from "./points.ts";

export interface MatrixOptions {
  readonly seed: number;
  /** For every point and class. */
  readonly deliveries: number;
  readonly databaseUrl: string | undefined;
  readonly speed: number;
}

export interface MatrixReport {
  /** How many deliveries stood at each point when their worker was killed. */
  readonly hit: Readonly<Record<string, number>>;
  readonly kills: number;
  readonly alone: Verdict;
  readonly answered: Verdict;
}

/** A worker that kills nobody for so long has nobody left to kill; longer than a settle time. */
const alertAfterMs = 6_000;
const mostLives = 6;
const mostRounds = 6;

/** The cell under way: a point, and the deliveries that have not died there yet. */
interface Cell {
  readonly point: Point;
  readonly left: Set<string>;
  gathering: Gathering;
  life: Life | undefined;
}

/** Every point, every class: all deliveries stand at the point together when their worker is killed. */
export async function runMatrix(options: MatrixOptions): Promise<MatrixReport> {
  const { seed, databaseUrl, speed } = options;
  let cell: Cell | undefined;
  const harness = await startHarness({
    databaseUrl,
    seed,
    speed,
    timeoutMs: 30_000,
    mutant: null,
    isNaive: false,
    accountsPerKind: options.deliveries,
    weather: doubtWhereAsked(seed),
    passes: (point, _worker, key) => passes(cell, point, key),
    halves: (_worker, key) => cell?.point === "answer-half-sent" && cell.left.has(key),
  });
  const hit: Record<string, number> = {};
  let kills = 0;
  try {
    for (const point of points) {
      const keys = await scheduleCell(harness, point);
      cell = { point, left: new Set(keys), gathering: new Gathering(keys), life: undefined };
      kills += await performCell(harness, cell);
      hit[point] = keys.length - cell.left.size;
    }
    cell = undefined;
    harness.startWorker(0, { kind: "none" });
    await drained(harness);
    const alone = await judge(harness);
    for (let round = 0; round < mostRounds && (await answerAll(harness)) > 0; round += 1)
      await drained(harness);
    return { hit, kills, alone, answered: await judge(harness, { isAnswered: true }) };
  } finally {
    await harness.stop();
  }
}

async function scheduleCell({ accounts, schedule }: Harness, point: Point): Promise<string[]> {
  const text = `Killed at ${point}`;
  for (const kind of kinds)
    await schedule(
      accounts.filter((account) => account.kind === kind),
      [text],
    );
  return accounts.map(({ name }) => keyOf(name, text));
}

async function performCell(harness: Harness, cell: Cell): Promise<number> {
  let kills = 0;
  for (; kills < mostLives && cell.left.size > 0; kills += 1) {
    const { point } = cell;
    const keys = [...cell.left];
    cell.gathering = new Gathering(keys);
    const life = harness.startWorker(
      kills,
      isNetworkPoint(point) ? { kind: "none" } : { kind: "together", point, keys },
    );
    cell.life = life;
    if (!(await life.ready)) throw new Error("A worker ended before it was ready.");
    const isDead = await Promise.race([
      life.ended.then(() => true),
      pause(alertAfterMs).then(() => false),
    ]);
    life.kill();
    const lastWords = await life.ended;
    for (const key of lastWords?.keys ?? []) cell.left.delete(key);
    if (!isDead) break;
  }
  return kills;
}

async function passes(cell: Cell | undefined, point: NetworkPoint, key: string): Promise<boolean> {
  if (cell?.point !== point || !cell.left.has(key)) return true;
  const all = await cell.gathering.join(key);
  if (!all) return true;
  cell.life?.kill();
  for (const one of all) cell.left.delete(one);
  // Whoever was here when its worker died waits for nothing any more.
  return false;
}

/** Only what is to die while it is asked after needs a doubt first. */
function doubtWhereAsked(seed: number): Weather {
  const doubtful = doubtfulWeather(seed);
  return {
    ...fairWeather,
    publish: (kind, key, nth) =>
      key.includes("reconcile-") ? doubtful.publish(kind, key, nth) : undefined,
  };
}
