import type { Delivery } from "#lib/deliveries/delivery";
import { deliveries } from "#lib/deliveries/schema";
import type { Context } from "#lib/kernel/context";

import type { BlueskyActor } from "../../support/bluesky-actor.ts";

export interface RecordsVerdict {
  readonly deliveries: number;
  readonly records: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly parked: number;
  readonly complaints: readonly string[];
}

interface Record {
  readonly uri: string;
  readonly value: { readonly text: string; readonly reply?: { readonly parent: { uri: string } } };
}

/** Compares what the product says with what the server's own listRecords says. */
export async function judgeRecords(
  { db }: Context,
  actors: readonly BlueskyActor[],
): Promise<RecordsVerdict> {
  const rows = await db.select().from(deliveries);
  const records = (await Promise.all(actors.map(listAll))).flat();
  const lost = rows.filter((row) => !isThere(row, records, rows));
  const texts = new Set(records.map(({ value }) => value.text));
  return {
    deliveries: rows.length,
    records: records.length,
    duplicates: records.length - texts.size,
    lost: lost.length,
    parked: rows.filter(({ state }) => state === "needs_person").length,
    complaints: lost.map(({ state, reason, snapshot }) => `${state} (${reason}): ${snapshot.text}`),
  };
}

/** Published, as the very record that the product names, as an answer to the part before. */
function isThere(row: Delivery, records: readonly Record[], rows: readonly Delivery[]): boolean {
  const same = records.filter(({ value }) => value.text === row.snapshot.text);
  const [record] = same;
  if (row.state !== "published" || !record || record.uri !== row.remoteId) return false;
  const before = rows.find(({ postId, part }) => postId === row.postId && part === row.part - 1);
  return record.value.reply?.parent.uri === (before?.remoteId ?? undefined);
}

async function listAll({ did, call }: BlueskyActor): Promise<Record[]> {
  const all: Record[] = [];
  for (let cursor = ""; ;) {
    const page = (await call("com.atproto.repo.listRecords", undefined, {
      repo: did,
      collection: "app.bsky.feed.post",
      limit: "100",
      ...(cursor && { cursor }),
    })) as { records: Record[]; cursor?: string };
    all.push(...page.records);
    if (!page.cursor) return all;
    cursor = page.cursor;
  }
}
