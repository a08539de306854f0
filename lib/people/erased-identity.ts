import type { Context } from "../kernel/context.ts";

/** What is kept of an erased identity: enough to recognise it when it comes by again, not to say who it was. */
export function erasedFingerprint(
  ctx: Pick<Context, "secrets" | "workspaceId">,
  identity: { readonly network: string; readonly remoteId: string },
): string {
  return ctx.secrets.fingerprint(
    "erased-identity",
    JSON.stringify([ctx.workspaceId, identity.network, identity.remoteId]),
  );
}
