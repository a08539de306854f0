import { PgBoss } from "pg-boss";

const queue = "publish";
const batchSize = 1_000;

/**
 * As shipped: one job a fetch, a fetch every two seconds.
 * @type {import("../publish/queue.ts").OpenQueue}
 */
export async function openQueue(url, settings) {
  const boss = new PgBoss(url);
  boss.on("error", (error) => console.error(error));
  await boss.start();
  await boss.createQueue(queue);
  const options =
    settings === "tuned"
      ? { batchSize: 500, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true }
      : {};
  return {
    async schedule(jobs) {
      for (let from = 0; from < jobs.length; from += batchSize) {
        const some = jobs.slice(from, from + batchSize);
        await boss.insert(
          queue,
          some.map(({ id, dueAt }) => ({ data: { id }, startAfter: dueAt })),
        );
      }
    },
    async work(started) {
      await boss.work(queue, options, async (jobs) => {
        for (const job of jobs) await started(job.data.id);
      });
    },
    async remaining() {
      const { rows } = await boss
        .getDb()
        .executeSql(
          `select count(*)::int as count from pgboss.job where name = '${queue}' and state < 'completed'`,
        );
      return rows[0].count;
    },
    stop: () => boss.stop({ graceful: false }),
  };
}
