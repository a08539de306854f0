import type { Runtime } from "../kernel/context.ts";
import type { workers } from "./schema.ts";
import { listOthers } from "./worker-repository.ts";
import { unseenMs } from "./worker.ts";

/** A worker that has told within its time that it lives; undefined also where there are no tables yet. */
export async function findWorkerAlive({
  db,
  clock,
}: Pick<Runtime, "db" | "clock">): Promise<typeof workers.$inferSelect | undefined> {
  const all = await listOthers(db, "").catch((error: unknown) => {
    if (isMissingTable(error)) return [];
    throw error;
  });
  return all.find(({ seenAt }) => Math.abs(clock.now().getTime() - seenAt.getTime()) < unseenMs);
}

function isMissingTable(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && "code" in cause && cause.code === "42P01";
}
