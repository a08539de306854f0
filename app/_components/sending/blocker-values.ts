import type { useFormatter } from "next-intl";

import { manifestOf } from "#lib/networks/registry";
import type { BlockedDelivery } from "#lib/publisher/list-blockers";

/** Returns the values for the texts about a blocker. */
export function blockerValues(
  { handle, network, blocker }: BlockedDelivery,
  format: Pick<ReturnType<typeof useFormatter>, "dateTime">,
  timeZone: string,
) {
  const style = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return {
    handle: `@${handle}`,
    network: manifestOf(network).label,
    when: blocker.until ? format.dateTime(blocker.until, style) : "",
  };
}

/** Returns the page, below the workspace, where the blocker can be removed. */
export function placeToAct(kind: BlockedDelivery["blocker"]["kind"]): string {
  return kind.endsWith("-stopped") ? "settings/publishing" : "accounts";
}
