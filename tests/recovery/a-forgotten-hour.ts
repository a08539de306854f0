import { listDeliveries } from "#lib/deliveries/list-deliveries";
import type { Context } from "#lib/kernel/context";

import { noon } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";

export const anHourAgo = new Date(noon.getTime() - 3_600_000);

export async function aPlace(over: Parameters<typeof fakeNetwork>[0] = {}) {
  const ctx = await haveWorkspace();
  return { ctx, fake: fakeNetwork(over) };
}

/** Accepted by the network in the time that the database has forgotten. */
export function sentMeanwhile(
  fake: ReturnType<typeof fakeNetwork>,
  accountId: string,
  text: string,
) {
  const key = `forgotten-${fake.accepted.length}`;
  fake.accepted.push({ key, accountId, text, request: { key, text }, at: new Date(noon) });
}

export async function statesOf(ctx: Context): Promise<Record<string, string>> {
  const all = await listDeliveries(ctx);
  return Object.fromEntries(
    all.map(({ snapshot, state, reason }) => [
      snapshot.text,
      reason ? `${state}:${reason}` : state,
    ]),
  );
}
