import { makeWorkerUtils, run } from "graphile-worker";
import pg from "pg";

const batchSize = 1_000;

/**
 * As shipped: one job at a time, a poll every two seconds.
 * @type {import("../publish/queue.ts").OpenQueue}
 */
export async function openQueue(url, settings) {
  const utils = await makeWorkerUtils({ connectionString: url });
  await utils.migrate();
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const worker =
    settings === "tuned"
      ? {
          concurrentJobs: 24,
          maxPoolSize: 26,
          pollInterval: 100,
          localQueue: { size: 500 },
          completeJobBatchDelay: 0,
        }
      : {};
  let runner;
  return {
    async schedule(jobs) {
      for (let from = 0; from < jobs.length; from += batchSize) {
        const some = jobs.slice(from, from + batchSize);
        await utils.addJobs(
          some.map(({ id, dueAt }) => ({
            identifier: "publish",
            payload: { id },
            runAt: dueAt,
          })),
        );
      }
    },
    async work(started) {
      runner = await run({
        connectionString: url,
        noHandleSignals: true,
        taskList: { publish: async ({ id }) => started(id) },
        preset: { worker },
      });
    },
    async remaining() {
      const { rows } = await pool.query(
        "select count(*)::int as count from graphile_worker._private_jobs",
      );
      return rows[0].count;
    },
    async stop() {
      await runner?.stop();
      await utils.release();
      await pool.end();
    },
  };
}
