import type { Context } from "../kernel/context.ts";

/**
 * Returns the fingerprint that is kept of an erased identity. It recognizes the identity when it appears
 * again but does not reveal it.
 */
export function erasedFingerprint(
  ctx: Pick<Context, "secrets" | "workspaceId">,
  identity: { readonly network: string; readonly remoteId: string },
): string {
  return ctx.secrets.fingerprint(
    "erased-identity",
    JSON.stringify([ctx.workspaceId, identity.network, identity.remoteId]),
  );
}
