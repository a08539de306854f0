import { z } from "zod";

import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { suggestIdentities } from "./search-identities.ts";

export interface Mentionable {
  readonly identityId: string;
  readonly personId: string;
  readonly network: string;
  readonly displayName: string;
  readonly handle: string;
  /** The mention in the network's syntax, so that the network notifies the person. */
  readonly mention: string;
}

export const mentionableInput = z.object({
  /** The beginning of a handle or of a word of a name, in any spelling. */
  search: z.string().trim().max(100),
  networks: z.array(z.string().max(40)).max(20),
});

const shownAtMost = 8;

/**
 * Returns people whom a post can mention, most recently seen first. Networks on which tools may not mention
 * are left out.
 */
export async function listMentionable(
  ctx: Context,
  { search, networks }: z.infer<typeof mentionableInput>,
): Promise<Result<Mentionable[], never>> {
  requireRole(ctx, "viewer");
  const speaking = networks.filter((network) => ctx.networks.find(network)?.abilities.canMention);
  const found = await suggestIdentities(ctx, { search, networks: speaking, limit: shownAtMost });
  return ok(
    found.flatMap(({ id: identityId, personId, network, displayName, handle }) => {
      const mention = ctx.networks.get(network).mention(handle);
      return mention === undefined
        ? []
        : [{ identityId, personId, network, displayName, handle, mention }];
    }),
  );
}
