import { systemContext, type Runtime } from "../kernel/context.ts";
import { deriveJourneys } from "./derive-journeys.ts";
import { listLapsing } from "./repository.ts";

const pageSize = 200;

/** Whoever was silent for too long counts as away from then on. Returns how many. */
export async function markInactive(runtime: Runtime): Promise<number> {
  let lapsed = 0;
  for (;;) {
    const page = await listLapsing(runtime.db, runtime.clock.now(), pageSize);
    for (const workspaceId of new Set(page.map((row) => row.workspaceId))) {
      const people = page.filter((row) => row.workspaceId === workspaceId);
      await deriveJourneys(
        systemContext(runtime, workspaceId),
        people.map((row) => row.personId),
      );
    }
    lapsed += page.length;
    if (page.length < pageSize) return lapsed;
  }
}
