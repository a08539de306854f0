import { canAppreciate } from "#lib/engagement/appreciate-touchpoint";
import type { GivenAppreciation } from "#lib/engagement/list-appreciations";
import type { Touchpoint } from "#lib/engagement/touchpoint";
import type { Context } from "#lib/kernel/context";
import type { NetworkRegistry } from "#lib/networks/contract/registry";

/** What the timeline needs to offer favourites and reposts, and to show those that were given. */
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

/** What of a touchpoint's was given already; undefined where there is nothing to give or show. */
export function giftsFor(
  { given, canGive, networks }: Gifts,
  touchpoint: Touchpoint,
): GivenAppreciation["how"][] | undefined {
  if (!canGive || !canAppreciate(networks, touchpoint)) return undefined;
  return given.filter(({ touchpointId }) => touchpointId === touchpoint.id).map(({ how }) => how);
}

/** Where only a person may like or repost it, and the network's name; undefined where a tool may, or it has no address. */
export function placeToGive(
  { canGive, networks }: Gifts,
  { accountId, replyTarget, channel, url }: Touchpoint,
): { url: string; network: string } | undefined {
  const connector = networks.find(channel);
  const isTheirs = accountId !== null && replyTarget !== null && url !== null;
  if (!canGive || !isTheirs || !connector?.abilities.isAppreciationForPeopleOnly) return undefined;
  return { url, network: connector.label };
}
