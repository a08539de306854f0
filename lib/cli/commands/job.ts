import type { Command } from "commander";

import { workKey } from "../../dead-letters/job-words.ts";
import { listOpenJobs, type OpenJob } from "../../dead-letters/list-open-jobs.ts";
import { retryDeadLetter } from "../../dead-letters/retry-dead-letter.ts";
import { granted } from "../../transports/refused-command.ts";
import type { CommandContext } from "../command-context.ts";
import { localTime } from "../local-time.ts";
import { table } from "../table.ts";

/** Adds commands for jobs that are waiting or dead letters. */
export function addJobCommands(program: Command, { tell, inWorkspace }: CommandContext): void {
  const jobs = program.command("jobs").description(tell("jobs.cli.list"));
  jobs.action(
    inWorkspace(async (ctx) => {
      const dead = await listOpenJobs(ctx, { isDead: true });
      const waiting = await listOpenJobs(ctx, { isDead: false });
      const rows = await Promise.all(
        [...dead, ...waiting].map(async ({ job, event }) => [
          job.id,
          tell(`jobs.cli.${stateOf(job)}`),
          tell(workKey(job.handler)),
          job.attempts,
          await localTime(ctx, event.at),
          job.lastError,
        ]),
      );
      const headings = ["ID", "STATE", "WORK", "TRIES", "SINCE", "WHY"];
      return {
        json: { dead: dead.map(jobAsJson), waiting: waiting.map(jobAsJson) },
        text: rows.length > 0 ? table(headings, rows) : tell("jobs.cli.none"),
      };
    }),
  );
  jobs
    .command("retry <id>")
    .description(tell("jobs.cli.retry"))
    .action(
      inWorkspace(async (ctx, command) => {
        const json = granted(await retryDeadLetter(ctx, { jobId: command.args[0] ?? "" }));
        return { json, text: tell("jobs.retried") };
      }),
    );
}

function stateOf({ diedAt }: OpenJob["job"]): "dead" | "waiting" {
  return diedAt ? "dead" : "waiting";
}

function jobAsJson({ job, event }: OpenJob) {
  const { id, handler, attempts, nextTryAt, lastError, diedAt } = job;
  const { type, subjectId, at } = event;
  return {
    id,
    state: stateOf(job),
    handler,
    attempts,
    nextTryAt,
    lastError,
    diedAt,
    event: { id: event.id, type, subjectId, at },
  };
}
