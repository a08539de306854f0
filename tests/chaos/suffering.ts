import { writeSync } from "node:fs";

import { inArray } from "drizzle-orm";

import type { Db, Store } from "#lib/db/store";
import { deliveries } from "#lib/deliveries/schema";

import type { Passer, Passing } from "./connectors/passing.ts";
import { Gathering } from "./gathering.ts";
import { keyOf, type OwnPoint, type Point } from "./points.ts";
import type { Plan, Said } from "./setting.ts";

/** A point within or after a commit is met by whoever passed `after` and is not in the state `left` any more. */
const commits: Partial<Record<Point, { after: OwnPoint; left: string }>> = {
  "intent-committing": { after: "prepared", left: "claimed" },
  "outcome-committing": { after: "answer-read", left: "sending" },
  "outcome-committed": { after: "answer-read", left: "sending" },
  "reconcile-committing": { after: "reconcile-read", left: "reconciling" },
};

/** What this process has to suffer at its own points. */
export class Suffering {
  readonly #plan: Plan;
  readonly #watched = new Map<string, string>();
  readonly #gathering: Gathering | undefined;
  #passed = 0;
  #isOver: boolean;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#isOver = plan.kind === "none";
    if (plan.kind === "together") this.#gathering = new Gathering(plan.keys);
  }

  readonly passing: Passing = async (point, passer) => {
    const plan = this.#plan;
    if (this.#isOver || plan.kind === "none") return;
    const commit = commits[plan.point];
    if (point !== (commit?.after ?? plan.point)) return;
    const key = keyOf(passer.account, passer.text);
    if (plan.kind === "together") return this.#together(plan, key, passer);
    if (commit) this.#watched.set(passer.id, key);
    else if ((this.#passed += 1) === plan.nth) this.#act(plan.point, [key]);
  };

  /** Keeps an eye on commits: some points are inside of them. */
  transact(inner: Store["transact"]): Store["transact"] {
    const { point } = { point: undefined, ...this.#plan };
    const commit = point && commits[point];
    if (!point || !commit) return inner;
    return async (work) => {
      let met: string[] = [];
      const value = await inner(async (tx) => {
        const result = await work(tx);
        met = await this.#met(tx, commit.left);
        if (point !== "outcome-committed") this.#meet(point, met);
        return result;
      });
      if (point === "outcome-committed") this.#meet(point, met);
      return value;
    };
  }

  async #together(
    { point, keys }: Extract<Plan, { kind: "together" }>,
    key: string,
    { id }: Passer,
  ): Promise<void> {
    if (!keys.includes(key) || !this.#gathering) return;
    const gathered = await this.#gathering.join(key);
    if (!gathered) return;
    if (!commits[point]) this.#act(point, gathered);
    this.#watched.set(id, key);
  }

  async #met(db: Db, left: string): Promise<string[]> {
    const ids = [...this.#watched.keys()];
    if (this.#isOver || ids.length === 0) return [];
    const rows = await db
      .select({ id: deliveries.id, state: deliveries.state })
      .from(deliveries)
      .where(inArray(deliveries.id, ids));
    const through = rows.filter(({ state }) => state !== left).map(({ id }) => id);
    const keys = through.flatMap((id) => this.#watched.get(id) ?? []);
    for (const id of through) this.#watched.delete(id);
    return keys;
  }

  #meet(point: Point, keys: string[]): void {
    if (keys.length === 0 || this.#plan.kind === "none" || this.#isOver) return;
    const wanted = this.#plan.kind === "at" ? this.#plan.nth : 1;
    this.#passed += keys.length;
    if (this.#passed >= wanted) this.#act(point, keys);
  }

  #act(point: Point, keys: string[]): void {
    this.#isOver = true;
    const isStop = this.#plan.kind === "at" && this.#plan.what === "stop";
    const said: Said = { kind: isStop ? "stopping" : "dying", point, keys };
    writeSync(1, `${JSON.stringify(said)}\n`);
    process.kill(process.pid, isStop ? "SIGSTOP" : "SIGKILL");
  }
}
