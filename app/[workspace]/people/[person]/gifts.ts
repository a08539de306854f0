import { canAppreciate } from "#lib/engagement/appreciate-touchpoint";
import type { GivenAppreciation } from "#lib/engagement/list-appreciations";
import type { Touchpoint } from "#lib/engagement/touchpoint";
import type { Context } from "#lib/kernel/context";
import type { NetworkRegistry } from "#lib/networks/contract/registry";

/** Values that the timeline needs to offer likes and reposts and to show those given. */
export interface Gifts {
  readonly workspace: string;
  readonly given: readonly GivenAppreciation[];
  readonly canGive: boolean;
  readonly networks: NetworkRegistry;
}

export function giftsOf(
  { actor, networks }: Context,
  workspace: string,
  given: readonly GivenAppreciation[],
): Gifts {
  return { workspace, given, canGive: actor.role !== "viewer", networks };
}

/** Returns the kinds of appreciation given for a touchpoint; undefined if none can be given from here. */
export function giftsFor(
  { given, canGive, networks }: Gifts,
  touchpoint: Touchpoint,
): GivenAppreciation["how"][] | undefined {
  if (!canGive || !canAppreciate(networks, touchpoint)) return undefined;
  return given.filter(({ touchpointId }) => touchpointId === touchpoint.id).map(({ how }) => how);
}

/**
 * Returns the address and network where only a person may like or repost the touchpoint; undefined if
 * Shoutloop may do it, or the touchpoint has no address.
 */
export function placeToGive(
  { canGive, networks }: Gifts,
  { accountId, replyTarget, channel, url }: Touchpoint,
): { url: string; network: string } | undefined {
  const connector = networks.find(channel);
  const isTheirs = accountId !== null && replyTarget !== null && url !== null;
  if (!canGive || !isTheirs || !connector?.abilities.isAppreciationForPeopleOnly) return undefined;
  return { url, network: connector.label };
}
