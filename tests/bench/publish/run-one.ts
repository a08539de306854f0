import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { quantile } from "../quantile.ts";
import type { Job, OpenQueue, Settings } from "./queue.ts";

/** `node run-one.ts MODULE SETTINGS SCENARIO URL`: one queue, one scenario, in a process of its own; prints one line of JSON. */
const [, , module = "", settings = "", scenario = "", url = ""] = process.argv;

const scenarios = {
  /** 20,000 jobs that are all due at one instant. */
  instant: { jobs: 20_000, leadMs: 15_000, overMs: 0 },
  /** 2,000 jobs, one every 30 ms for a minute. */
  spread: { jobs: 2_000, leadMs: 6_000, overMs: 60_000 },
  /** The same two in small, for a look. */
  "instant-small": { jobs: 2_000, leadMs: 4_000, overMs: 0 },
  "spread-small": { jobs: 500, leadMs: 3_000, overMs: 5_000 },
};
/** A queue that needs longer is stopped, and said to be. */
const alertAfterMs = 60_000;

const { openQueue } = (await import(module)) as { openQueue: OpenQueue };
const { jobs: count, leadMs, overMs } = scenarios[scenario as keyof typeof scenarios];
const queue = await openQueue(url, settings as Settings);
const startedAt = new Map<string, number>();
await queue.work((id) => {
  startedAt.set(id, startedAt.get(id) ?? Date.now());
});

await queue.prepare?.(count);
const scheduling = performance.now();
const firstDue = Date.now() + leadMs;
const jobs: Job[] = Array.from({ length: count }, (_nothing, index) => ({
  id: randomUUID(),
  dueAt: new Date(firstDue + (overMs * index) / count),
}));
await queue.schedule(jobs);
const scheduleMs = performance.now() - scheduling;
if (Date.now() > firstDue) console.error("Scheduling took longer than the lead.");
await sleep(Math.max(0, firstDue - 500 - Date.now()));
process.stdout.write(`${JSON.stringify({ at: "due" })}\n`);
const cpuBefore = process.cpuUsage();
const doneAt = await drained();
const cpu = process.cpuUsage(cpuBefore);
process.stdout.write(`${JSON.stringify({ at: "done" })}\n`);

const late = jobs.flatMap(({ id, dueAt }) => {
  const at = startedAt.get(id);
  return at === undefined ? [] : [at - dueAt.getTime()];
});
const drainMs = Math.max(1, doneAt - firstDue);
const figures = {
  "scheduled/s": Math.round((count / scheduleMs) * 1_000),
  "drained/s": Math.round((late.length / drainMs) * 1_000),
  "late p50 ms": quantile(late, 0.5),
  "late p95 ms": quantile(late, 0.95),
  "late p99 ms": quantile(late, 0.99),
  "not started": count - late.length,
  "worker cpu s": (cpu.user + cpu.system) / 1e6,
  "worker peak MB": Math.round(process.resourceUsage().maxRSS / 1_024),
};
process.stdout.write(`${JSON.stringify({ at: "figures", figures })}\n`);
await Promise.race([queue.stop(), sleep(3_000)]);
process.exit();

/** When the last one was recorded as done, or when patience ended. */
async function drained(): Promise<number> {
  const last = firstDue + overMs;
  for (const end = last + alertAfterMs; Date.now() < end;) {
    await sleep(startedAt.size < count ? 100 : 5);
    if (startedAt.size >= count && (await queue.remaining()) === 0) break;
  }
  return Date.now();
}
