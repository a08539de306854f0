import type { Runtime } from "../kernel/context.ts";

/** Context for events that belong to no workspace, such as those about users and sessions. */
export function userContext(runtime: Runtime, userId: string) {
  return {
    ...runtime,
    workspaceId: "installation",
    actor: { id: userId, role: "viewer" as const },
  };
}
