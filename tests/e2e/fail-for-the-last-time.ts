import { join } from "node:path";

import Database from "better-sqlite3";

/** People are to be told of a delivery that is gone, and seven tries of eight have failed. */
export function failForTheLastTime(dataDir: string): void {
  const database = new Database(join(dataDir, "shoutloop.db"), { timeout: 10_000 });
  const { workspaceId } = database.prepare("select id as workspaceId from workspaces").get() as {
    workspaceId: string;
  };
  const detail = JSON.stringify({ postId: "gone", accountId: "gone", reason: "invalid" });
  database
    .prepare(
      `insert into events (id, workspace_id, type, actor_id, subject_id, detail, at)
       values ('given-up', ?, 'delivery.failed', 'system', 'gone', ?, ?)`,
    )
    .run(workspaceId, detail, Date.now());
  database
    .prepare(
      `insert into jobs (id, workspace_id, event_id, event_type, handler, attempts)
       values ('given-up:notify', ?, 'given-up', 'delivery.failed', 'notify', 7)`,
    )
    .run(workspaceId);
  database.close();
}
