import type { Db } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { insertAttempt } from "./attempt-repository.ts";
import type { Attempt } from "./delivery.ts";

type Deed = Pick<Attempt, "deliveryId" | "outcome" | "decided"> &
  Partial<Pick<Attempt, "excerpt" | "why">>;

/** Puts what a person did themselves, without a step of the engine, in the delivery's history. */
export async function saveDeed(tx: Db, ctx: Context, deed: Deed): Promise<void> {
  await insertAttempt(tx, {
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    at: ctx.clock.now(),
    phase: "person",
    httpStatus: null,
    excerpt: null,
    why: null,
    nextAt: null,
    ...deed,
  });
}
