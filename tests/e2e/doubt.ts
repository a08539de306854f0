import { join } from "node:path";

import Database from "better-sqlite3";

import type { Candidate } from "#lib/networks/contract/remote";

/** Puts a post that is out where only a person can say whether it is: what a network's long silence leads to, without the wait. */
export function putInDoubt(
  dataDir: string,
  text: string,
  candidates: readonly Candidate[] = [],
): void {
  const database = new Database(join(dataDir, "shoutloop.db"), { timeout: 10_000 });
  const { changes } = database
    .prepare(
      `update deliveries set state = 'needs_person', reason = 'still-unknown', candidates = ?,
         remote_id = null, reference = null, url = null, published_at = null
       where state = 'published' and json_extract(snapshot, '$.text') = ?`,
    )
    .run(JSON.stringify(candidates), text);
  database.close();
  if (changes !== 1) throw new Error(`${changes} posts say “${text}”.`);
}
