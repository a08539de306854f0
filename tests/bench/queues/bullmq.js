import { Queue, Worker } from "bullmq";

const name = "publish";
const batchSize = 1_000;

/**
 * As shipped: one job at a time.
 * @type {import("../publish/queue.ts").OpenQueue}
 */
export async function openQueue(url, settings) {
  const { hostname, port } = new URL(url);
  const connection = { host: hostname, port: Number(port), maxRetriesPerRequest: null };
  const queue = new Queue(name, { connection });
  await queue.waitUntilReady();
  let worker;
  return {
    async schedule(jobs) {
      for (let from = 0; from < jobs.length; from += batchSize) {
        const some = jobs.slice(from, from + batchSize);
        await queue.addBulk(
          some.map(({ id, dueAt }) => ({
            name,
            data: { id },
            opts: { delay: Math.max(0, dueAt.getTime() - Date.now()), removeOnComplete: true },
          })),
        );
      }
    },
    async work(started) {
      worker = new Worker(name, async (job) => started(job.data.id), {
        connection,
        ...(settings === "tuned" && { concurrency: 200 }),
      });
      await worker.waitUntilReady();
    },
    async remaining() {
      const counts = await queue.getJobCounts("waiting", "active", "delayed", "prioritized");
      return Object.values(counts).reduce((sum, one) => sum + one, 0);
    },
    async stop() {
      await worker?.close(true);
      await queue.close();
    },
  };
}
