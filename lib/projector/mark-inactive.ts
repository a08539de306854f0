import { systemContext, type Runtime } from "../kernel/context.ts";
import { markPeopleDue } from "../projections/mark-due.ts";
import { end } from "../projections/position.ts";
import { deriveWorkspace } from "./derive-due.ts";
import { listLapsing } from "./repository.ts";

const pageSize = 200;

/** Marks people as away whose silence has become too long. Returns the number of them. */
export async function markInactive(runtime: Runtime, stopping?: AbortSignal): Promise<number> {
  let lapsed = 0;
  for (;;) {
    const page = await listLapsing(runtime.db, runtime.clock.now(), pageSize);
    for (const workspaceId of new Set(page.map((row) => row.workspaceId))) {
      const ctx = systemContext(runtime, workspaceId);
      const people = page
        .filter((row) => row.workspaceId === workspaceId)
        .map(({ personId }) => personId);
      await runtime.transact((tx) => markPeopleDue(tx, ctx, people, end));
      await deriveWorkspace(ctx, { only: people, stopping });
    }
    lapsed += page.length;
    if (page.length < pageSize || stopping?.aborted) return lapsed;
  }
}
