import type { Connector } from "#lib/networks/contract/connector";
import type { OutcomeRule } from "#lib/networks/contract/manifest";
import type { ReconcileOutcome } from "#lib/networks/contract/outcome";

import { fakeNetwork, type FakeNetwork } from "../support/fake-network.ts";

export type Kind = OutcomeRule["kind"];

export const kinds: readonly Kind[] = [
  "own-id",
  "key",
  "container",
  "duplicate-listing",
  "refusal-only",
  "listing",
];

/** What the networks show of what may have been sent: nothing, everything, or no readable answer. */
export type World = "absent" | "there" | "silent";

/** What was asked of a network, in the words of a log. */
type Act = "prepare" | "send" | "ask" | "search";

export interface Networks {
  readonly all: readonly FakeNetwork[];
  /** By a delivery's id: everything that was asked for it, in order. */
  readonly acts: ReadonlyMap<string, Act[]>;
}

/** One network of every class, as the older databases name them, that keeps a log; there until the test ends. */
export function haveNetworks(world: World): Networks {
  const acts = new Map<string, Act[]>();
  return { all: kinds.map((kind) => logged(kind, world, acts)), acts };
}

function logged(kind: Kind, world: World, acts: Map<string, Act[]>): FakeNetwork {
  const fake = fakeNetwork({ network: `fake-${kind}`, outcome: { kind } });
  const { prepare, publish, reconcile, search } = fake.connector;
  function note(key: unknown, act: Act): void {
    const id = String(key);
    acts.set(id, [...(acts.get(id) ?? []), act]);
  }
  async function told(answer: () => Promise<ReconcileOutcome>): Promise<ReconcileOutcome> {
    return world === "silent" ? { kind: "unknown", detail: "No answer." } : answer();
  }
  const connector: Partial<Connector> = {
    prices: { post: 100, link: 100, reply: 100, alt: 0 },
    price: () => ({ usdMicros: 100, reason: "post" }),
    prepare: (session, part) => {
      note(part.key, "prepare");
      return prepare(session, part);
    },
    publish: (session, request) => {
      note(request["key"], "send");
      return publish(session, request);
    },
    reconcile: (session, request, asked) => {
      note(request["key"], "ask");
      return told(() => reconcile(session, request, asked));
    },
    ...(search && {
      search: (session, part, asked) => {
        note(part.key, "search");
        return told(() => search(session, part, asked));
      },
    }),
  };
  Object.assign(fake.connector, connector);
  return fake;
}
