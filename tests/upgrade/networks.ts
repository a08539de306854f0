import type { Connector, OutcomeRule } from "#lib/networks/connector";

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

/** What was asked of a network, in the words of a log. */
export type Act = "prepare" | "send" | "ask" | "search";

export interface Networks {
  readonly of: (kind: Kind) => FakeNetwork;
  readonly all: readonly FakeNetwork[];
  /** By a delivery's id: everything that was asked for it, in order. */
  readonly acts: ReadonlyMap<string, Act[]>;
}

/** One network of every class, as the fixtures name them, that keeps a log; registered until the test ends. */
export function haveNetworks(): Networks {
  const acts = new Map<string, Act[]>();
  const byKind = new Map(kinds.map((kind) => [kind, logged(kind, acts)]));
  return {
    of: (kind) => {
      const found = byKind.get(kind);
      if (!found) throw new Error(`No network of class ${kind}.`);
      return found;
    },
    all: [...byKind.values()],
    acts,
  };
}

function logged(kind: Kind, acts: Map<string, Act[]>): FakeNetwork {
  const fake = fakeNetwork({ network: `fake-${kind}`, outcome: { kind } });
  const { prepare, publish, reconcile, search } = fake.connector;
  function note(key: unknown, act: Act): void {
    const id = String(key);
    acts.set(id, [...(acts.get(id) ?? []), act]);
  }
  const connector: Partial<Connector> = {
    prices: { post: 100, link: 100, reply: 100, alt: 0 },
    price: () => ({ usdMicros: 100, reason: "post" }),
    prepare: (session, part) => (note(part.key, "prepare"), prepare(session, part)),
    publish: (session, request) => (note(request["key"], "send"), publish(session, request)),
    reconcile: (session, request, asked) => (
      note(request["key"], "ask"),
      reconcile(session, request, asked)
    ),
    ...(search && {
      search: (session, part, asked) => (note(part.key, "search"), search(session, part, asked)),
    }),
  };
  Object.assign(fake.connector, connector);
  return fake;
}
