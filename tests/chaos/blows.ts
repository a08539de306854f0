import { leaseMs } from "#lib/deliveries/lease";

import { pause, realMs } from "./fast-time.ts";
import type { Harness } from "./harness.ts";
import type { Life } from "./life.ts";
import { networkOf } from "./network/kinds.ts";
import { isNetworkPoint, points, type NetworkPoint, type Point } from "./points.ts";
import { draw } from "./random.ts";
import type { Blows, Plan } from "./setting.ts";

/** A worker that waits for its point and sends nothing for so long is hit where it is. */
const quietMs = 1_500;
const lookMs = 20;

/** Kills and pauses the workers of a run, one life after the other, until there were enough of both. */
export class Executioner {
  readonly #wanted: Blows;
  readonly #seed: number;
  /** The only point, where all are to be the same. */
  readonly #at: Point | undefined;
  /** Points of the network that a worker is to die or sleep at, by worker. */
  readonly #atNetwork = new Map<number, { point: NetworkPoint; left: number; act: () => void }>();
  readonly #requests = new Map<number, number>();
  readonly byPoint: Record<string, number> = {};
  kills = 0;
  pauses = 0;

  constructor(seed: number, wanted: Blows, at: Point | undefined) {
    this.#seed = seed;
    this.#wanted = wanted;
    this.#at = at;
  }

  isDone(): boolean {
    return this.kills >= this.#wanted.kills && this.pauses >= this.#wanted.pauses;
  }

  /** From 0 to 1. */
  progress(): number {
    const { kills, pauses } = this.#wanted;
    const done = Math.min(kills, this.kills) + Math.min(pauses, this.pauses);
    return kills + pauses === 0 ? 1 : done / (kills + pauses);
  }

  /** The network tells of every request that passes a point. */
  passes = async (point: NetworkPoint, worker: number): Promise<boolean> => {
    if (point === "request-received")
      this.#requests.set(worker, (this.#requests.get(worker) ?? 0) + 1);
    const awaited = this.#atNetwork.get(worker);
    if (awaited?.point !== point || (awaited.left -= 1) > 0) return true;
    this.#atNetwork.delete(worker);
    awaited.act();
    return true;
  };

  halves = (worker: number): boolean => {
    const awaited = this.#atNetwork.get(worker);
    return awaited?.point === "answer-half-sent" && awaited.left === 1;
  };

  /** Lives and deaths of one worker after the other in one place, until `isOver`. */
  async run(harness: Harness, slot: number, isOver: () => boolean): Promise<void> {
    for (let number = 0; !isOver() && !this.isDone(); number += 1) {
      const turn = `${slot}/${number}`;
      await this.#oneLife(harness, 1_000 * slot + number + 1, turn, isOver);
      await pause(this.#restMs(harness, turn));
    }
  }

  /** Sometimes at once, sometimes so late that others find the lease ended. */
  #restMs(harness: Harness, turn: string): number {
    const at = draw(this.#seed, "rest", turn);
    return at < 0.5 ? 0 : (at - 0.5) * 2.4 * leaseOf(harness);
  }

  async #oneLife(
    harness: Harness,
    worker: number,
    turn: string,
    isOver: () => boolean,
  ): Promise<void> {
    const isPause = this.#isPauseDue(turn);
    const point = this.#pointOf(turn);
    const nth = this.#nthOf(point, turn);
    const what = isPause ? "stop" : "kill";
    const plan: Plan =
      point && !isNetworkPoint(point) ? { kind: "at", point, nth, what } : { kind: "none" };
    const life = harness.startWorker(worker, plan);
    const slept = new Promise<void>((resolve) => {
      life.onStopping = () => void this.#sleep(harness, life, point).then(resolve);
      const act = isPause
        ? () => {
            life.stop();
            void this.#sleep(harness, life, point).then(resolve);
          }
        : () => life.kill();
      if (point && isNetworkPoint(point)) this.#atNetwork.set(worker, { point, left: nth, act });
    });
    if (!(await life.ready)) throw new Error("A worker ended before it was ready.");
    await this.#letLive(harness, life, { isPause, slept, point, turn }, isOver);
    this.#atNetwork.delete(worker);
    if (!life.isEnded) life.kill();
    const lastWords = await life.ended;
    this.kills += 1;
    this.#count(`kill ${lastWords?.point ?? (isPause || !point ? "any moment" : point)}`);
  }

  async #letLive(
    harness: Harness,
    life: Life,
    blow: { isPause: boolean; slept: Promise<void>; point: Point | undefined; turn: string },
    isOver: () => boolean,
  ): Promise<void> {
    const moment = this.#someWork(life, 10 + draw(this.#seed, "moment", blow.turn) * 50);
    const dead = life.ended.then(() => {});
    const met = blow.isPause ? Promise.race([blow.slept, dead]) : dead;
    await Promise.race(blow.point ? [met, this.#someWork(life, Infinity)] : [moment, dead]);
    if (!blow.isPause || life.isEnded || isOver()) return;
    if (life.isAsleep) await blow.slept;
    else if (life.sleeps === 0) {
      // Its point was not met, or there is none: it falls asleep where it is.
      this.#atNetwork.delete(life.worker);
      life.stop();
      await this.#sleep(harness, life, undefined);
    }
    await Promise.race([moment, dead]);
  }

  /** Until it has sent so many requests, or has nothing to send: as much work on a slow machine as on a fast one. */
  async #someWork(life: Life, requests: number): Promise<void> {
    let before = this.#requestsOf(life);
    const wanted = before + requests;
    for (let changedAt = performance.now(); ; await pause(lookMs)) {
      const now = this.#requestsOf(life);
      const isQuiet = !life.isAsleep && performance.now() - changedAt > quietMs;
      if (life.isEnded || now >= wanted || isQuiet) return;
      if (now !== before || life.isAsleep) changedAt = performance.now();
      before = now;
    }
  }

  #requestsOf({ worker }: Life): number {
    return this.#requests.get(worker) ?? 0;
  }

  /** Many lives of little work would hit the same few posts again and again. */
  #nthOf(point: Point | undefined, turn: string): number {
    const at = draw(this.#seed, "nth", turn);
    if (this.#at || point?.startsWith("reconcile-")) return 1 + Math.floor(at * 4);
    return 8 + Math.floor(at * 40);
  }

  /** Longer than any lease lasts. */
  async #sleep(harness: Harness, life: Life, point: Point | undefined): Promise<void> {
    life.isAsleep = true;
    const leases = 1.15 + 0.85 * draw(this.#seed, "sleep", life.worker);
    await pause(leases * leaseOf(harness));
    life.resume();
    life.isAsleep = false;
    life.sleeps += 1;
    this.pauses += 1;
    this.#count(`pause ${point ?? "any moment"}`);
  }

  #isPauseDue(turn: string): boolean {
    const pauses = this.#wanted.pauses - this.pauses;
    const kills = Math.max(1, this.#wanted.kills - this.kills);
    return draw(this.#seed, "pause", turn) < pauses / kills;
  }

  #pointOf(turn: string): Point | undefined {
    if (this.#at) return this.#at;
    const at = draw(this.#seed, "point", turn);
    return at < 0.3 ? undefined : points[Math.floor(((at - 0.3) / 0.7) * points.length)];
  }

  #count(what: string): void {
    this.byPoint[what] = (this.byPoint[what] ?? 0) + 1;
  }
}

function leaseOf({ time, ctx }: Harness): number {
  return realMs(time, leaseMs(ctx.networks.get(networkOf("listing")).outcome));
}
