import type { Runtime } from "../kernel/context.ts";

/** For history of what belongs to no workspace: people and their sessions. */
export function userContext(runtime: Runtime, userId: string) {
  return {
    ...runtime,
    workspaceId: "installation",
    actor: { id: userId, role: "viewer" as const },
  };
}
