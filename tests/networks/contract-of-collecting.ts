import { expect, test } from "vitest";

import type { Connector } from "#lib/networks/contract/connector";
import type { Published, RemoteTouchpoint } from "#lib/networks/contract/remote";
import type { Session } from "#lib/networks/contract/session";

import { definedOnly } from "./contract-values.ts";
import {
  collectAll,
  ids,
  publishPart,
  signIn,
  summaries,
  type NetworkUnderTest,
} from "./network-under-test.ts";

/** The rules of collecting reactions and counts, for any connector. */
export function collectingContract(open: () => Promise<NetworkUnderTest>): void {
  test("every reaction is collected once, also when the place was stored between two pages", async () => {
    const network = await open();
    const session = await signIn(network);
    const published = await publishPart(network.connector, session, { text: "What do you think?" });
    const before = await collectAll(network.connector, session, null);

    const expected = await network.react(published);
    const first = await collectAll(network.connector, session, before.cursor);
    expect(summaries(first.touchpoints)).toEqual(
      expect.arrayContaining(expected.map((one) => expect.objectContaining(definedOnly(one)))),
    );
    expectOnce([...before.touchpoints, ...first.touchpoints]);

    const nothing = await collectAll(network.connector, session, first.cursor);
    expect(nothing.touchpoints).toEqual([]);
    // A place that was not saved in time: the same things, under the same ids.
    const again = await collectAll(network.connector, session, before.cursor);
    expect(ids(again.touchpoints)).toEqual(expect.arrayContaining(ids(first.touchpoints)));
  });

  test("counts are told per post; posts that are gone are left out", async () => {
    const network = await open();
    const { connector } = network;
    const session = await signIn(network);
    const [kept, gone] = [
      await publishPart(connector, session, { text: "Kept" }),
      await publishPart(connector, session, { text: "Gone" }),
    ];
    await connector.remove(session, gone);
    const reactions = await network.react(kept);
    const likes = reactions.filter(({ type }) => type === "like").length;
    await expect
      .poll(() => measured(connector, session, [kept, gone]), { timeout: 20_000, interval: 1_000 })
      .toEqual(
        connector.abilities.hasNoCounts
          ? []
          : [expect.objectContaining({ remoteId: kept.remoteId, likes })],
      );
  });
}

async function measured(connector: Connector, session: Session, published: Published[]) {
  const outcome = await connector.measure(session, published);
  if (outcome.kind !== "measured") throw new Error(`Not measured: ${JSON.stringify(outcome)}`);
  return outcome.metrics;
}

function expectOnce(touchpoints: readonly RemoteTouchpoint[]): void {
  expect(new Set(ids(touchpoints)).size).toBe(touchpoints.length);
}
