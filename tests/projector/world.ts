import { moments } from "#lib/advocacy/schema";
import { recordPage } from "#lib/engagement/record-page";
import { touchpointTypes } from "#lib/engagement/touchpoint";
import { beliefs, classifications, transitions } from "#lib/journey/schema";
import type { Context } from "#lib/kernel/context";
import type { RemoteTouchpoint } from "#lib/networks/contract/remote";
import { fanRanks, figures, journeyCheckpoints, journeyStates } from "#lib/projections/schema";

// Also those that no network tells of: it is the log that counts here.
const collected = touchpointTypes as readonly RemoteTouchpoint["type"][];

/** Ten people, one of whom did half of it, over two years; some of it at the very same instant. */
export function world(random: () => number, ctx: Context): RemoteTouchpoint[] {
  return Array.from({ length: 420 }, (_nothing, index) => {
    const person = random() < 0.5 ? 0 : Math.floor(random() * 10);
    const type = collected[Math.floor(random() * collected.length)] ?? "like";
    const hours = Math.floor(random() * 24 * 730);
    return {
      remoteId: `r-${index}`,
      type,
      at: new Date(ctx.clock.now().getTime() - hours * 3_600_000),
      person: {
        remoteId: `did:${person}`,
        handle: `p${person}.example`,
        displayName: `P${person}`,
      },
      ...(type === "review" && { stars: 1 + Math.floor(random() * 5) }),
      ...(random() < 0.3 && { text: texts[Math.floor(random() * texts.length)] ?? "" }),
    };
  });
}

const texts = ["Lovely, thank you so much!", "What does it cost?", "It broke after a day, awful."];

export async function storePage(ctx: Context, page: readonly RemoteTouchpoint[]) {
  await recordPage(
    ctx,
    { id: "account", network: "fake" },
    "Europe/Amsterdam",
    page,
    async () => {},
  );
}

/** All derived rows without what tells when and in which order they were made. */
export async function everythingDerived(ctx: Context) {
  const { db } = ctx;
  const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  const without = (names: readonly string[]) => (row: object) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
  const counted = (await db.select().from(figures)).filter(({ count }) => count !== 0);
  return {
    figures: sorted(counted),
    classifications: sorted(await db.select().from(classifications)),
    beliefs: sorted((await db.select().from(beliefs)).map(without(["updatedAt"]))),
    moves: sorted((await db.select().from(transitions)).map(without(["id"]))),
    moments: sorted(await db.select().from(moments)),
    states: sorted(await db.select().from(journeyStates)),
    checkpoints: sorted(await db.select().from(journeyCheckpoints)),
    ranks: sorted(await db.select().from(fanRanks)),
  };
}

export function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296;
  };
}
