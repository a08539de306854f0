import type { Connector } from "#lib/networks/contract/connector";
import type { CollectOutcome } from "#lib/networks/contract/outcome";
import type { Json, RemoteMetrics, RemoteTouchpoint } from "#lib/networks/contract/remote";

import { noon } from "./context.ts";
import { fakeNetwork, type FakeNetwork } from "./fake-network.ts";

export interface BusyNetwork extends FakeNetwork {
  /** Everything that people did, oldest first; the cursor counts how many were read. */
  readonly reactions: RemoteTouchpoint[];
  readonly counts: RemoteMetrics[];
  /** Taken from the front, one a page; absent or undefined: it works. */
  readonly collectFaults: (Exclude<CollectOutcome, { kind: "collected" }> | Error | undefined)[];
  readonly cursorsAsked: Json[];
  pageSize: number;
}

/** The fake network with people on it. */
export function busyNetwork(over: Parameters<typeof fakeNetwork>[0] = {}): BusyNetwork {
  const busy: BusyNetwork = Object.assign(fakeNetwork(over), {
    reactions: [],
    counts: [],
    collectFaults: [],
    cursorsAsked: [],
    pageSize: 100,
  });
  Object.assign(busy.connector, {
    collect: async (_session, cursor) => page(busy, cursor),
    measure: async () => ({ kind: "measured", metrics: busy.counts }),
  } satisfies Partial<Connector>);
  return busy;
}

function page(busy: BusyNetwork, cursor: Json): CollectOutcome {
  busy.cursorsAsked.push(cursor);
  const fault = busy.collectFaults.shift();
  if (fault instanceof Error) throw fault;
  if (fault) return fault;
  const from = typeof cursor === "number" ? cursor : 0;
  const until = Math.min(from + busy.pageSize, busy.reactions.length);
  return {
    kind: "collected",
    touchpoints: busy.reactions.slice(from, until),
    cursor: until,
    hasMore: until < busy.reactions.length,
  };
}

export function reactionOf(
  name: string,
  over: Partial<Omit<RemoteTouchpoint, "person">> = {},
): RemoteTouchpoint {
  const type = over.type ?? "like";
  return {
    remoteId: `${type}-of-${name}`,
    type,
    at: noon,
    person: { remoteId: `did:${name}`, handle: `${name}.example`, displayName: name },
    ...over,
  };
}
