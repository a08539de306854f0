import type { Installation } from "../kernel/context.ts";

/** For history of what belongs to no workspace: people and their sessions. */
export function userContext(installation: Installation, userId: string) {
  return {
    ...installation,
    workspaceId: "installation",
    actor: { id: userId, role: "viewer" as const },
  };
}
