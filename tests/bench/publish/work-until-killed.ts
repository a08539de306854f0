import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import type { Job, OpenQueue } from "./queue.ts";

/** `node work-until-killed.ts MODULE URL JOBS ANSWER_MS`: schedules so many jobs at once, works, and tells of every job it begins. The network takes so long to answer. */
const [, , module = "", url = "", count = "0", answerMs = "0"] = process.argv;
const truth = process.env["BENCH_ACCEPTED"] ?? "";

const { openQueue } = (await import(module)) as { openQueue: OpenQueue };
const queue = await openQueue(url, "tuned");
const dueAt = new Date();
const jobs: Job[] = Array.from({ length: Number(count) }, () => ({
  id: crypto.randomUUID(),
  dueAt,
}));
if (jobs.length > 0) {
  await queue.prepare?.(jobs.length);
  await queue.schedule(jobs);
}
await queue.work(async (id) => {
  // What arrives at the network is there, whoever dies while waiting for its answer.
  appendFileSync(truth, `${id}\n`);
  process.stdout.write(`${JSON.stringify({ begun: id })}\n`);
  if (answerMs !== "0") await sleep(Number(answerMs));
});
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
for (;;) {
  const remaining = await queue.remaining();
  process.stdout.write(`${JSON.stringify({ remaining })}\n`);
  await sleep(100);
}
