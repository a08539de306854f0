import type { Command } from "commander";
import { z } from "zod";

import { makeBestSlots } from "../../analytics/make-best-slots.ts";
import { showBestTimes } from "../../analytics/show-best-times.ts";
import type { TranslateKnown } from "../../i18n/translator.ts";
import type { Context } from "../../kernel/context.ts";
import { addSlots, pauseQueue, removeSlots } from "../../posts/change-slots.ts";
import { granted, RefusedCommand } from "../../transports/refused-command.ts";
import { type QueueView, viewQueue } from "../../views/queue.ts";
import { chooseAccount } from "../choose-account.ts";
import type { CommandContext } from "../command-context.ts";
import { stageNamed } from "../schedule.ts";
import { table } from "../table.ts";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const options = z.object({
  account: z.string(),
  on: z.array(z.number()).default([]),
  at: z.string().default(""),
  stage: z.string().optional(),
});

/** Commands for weekly slots, in the workspace's time zone. */
export function addSlotsCommands(program: Command, { tell, inWorkspace }: CommandContext): void {
  const slots = program.command("slots").description(tell("cli.help.slots"));
  const act = (name: string, work: (ctx: Context, given: Given) => Promise<void>) =>
    slots
      .command(name)
      .description(tell(`cli.help.slots-${name}`))
      .requiredOption("--account <id or handle>")
      .action(
        inWorkspace(async (ctx, command) => {
          const { account, stage, ...given } = options.parse(command.opts());
          const { id } = await chooseAccount(ctx, account);
          const stageId = stage === undefined ? null : await stageNamed(ctx, stage);
          await work(ctx, { ...given, accountId: id, stageId });
          return shown(ctx, tell);
        }),
      );
  const atTime = (command: Command) =>
    command
      .requiredOption("--on <days>", "mon, tue, wed, thu, fri, sat, sun", weekdaysOf)
      .requiredOption("--at <time>", "10:00");
  slots
    .command("list", { isDefault: true })
    .description(tell("cli.help.slots-list"))
    .action(inWorkspace((ctx) => shown(ctx, tell)));
  atTime(act("add", onDays(addSlots))).option("--stage <key>", tell("cli.help.slot-stage"));
  atTime(act("remove", onDays(removeSlots)));
  slots
    .command("best")
    .description(tell("cli.help.slots-best"))
    .option("--add-to <id or handle>", tell("cli.help.slots-best-add"))
    .action(
      inWorkspace(async (ctx, command) => {
        const { addTo } = z.object({ addTo: z.string().optional() }).parse(command.opts());
        if (addTo === undefined) return shownBest(ctx, tell);
        granted(await makeBestSlots(ctx, { accountId: (await chooseAccount(ctx, addTo)).id }));
        return shown(ctx, tell);
      }),
    );
  for (const [name, isPaused] of [
    ["pause", true],
    ["resume", false],
  ] as const)
    act(
      name,
      async (ctx, { accountId }) => void granted(await pauseQueue(ctx, { accountId, isPaused })),
    );
}

interface Given {
  readonly accountId: string;
  readonly on: readonly number[];
  readonly at: string;
  readonly stageId: string | null;
}

function onDays(work: typeof addSlots) {
  return async (ctx: Context, { on: weekdays, at: time, ...given }: Given) => {
    granted(await work(ctx, { ...given, weekdays: [...weekdays], time }));
  };
}

/** Parses a list of days, such as `mon,fri`. */
function weekdaysOf(given: string): number[] {
  return given.split(",").map((day) => {
    const index = days.findIndex((known) => known === day.trim().toLowerCase());
    if (index === -1) throw new RefusedCommand("unknown-day", { given });
    return index + 1;
  });
}

async function shownBest(ctx: Context, tell: TranslateKnown) {
  const json = await showBestTimes(ctx);
  const { touchpoints, needed, best, cells } = json;
  if (touchpoints < needed)
    return { json, text: tell("queue.best.tooLittle", { touchpoints, needed }) };
  const rows = cells.map(({ weekday, hour, touchpoints: count, steady }) => [
    days[weekday - 1],
    `${String(hour).padStart(2, "0")}:00`,
    count,
    steady,
    best.some((one) => one.weekday === weekday && one.hour === hour) ? "*" : "",
  ]);
  return { json, text: table(["DAY", "HOUR", "TOUCHPOINTS", "STEADY", "BEST"], rows) };
}

async function shown(ctx: Context, tell: TranslateKnown) {
  const { accounts, timeZone } = await viewQueue(ctx);
  const json = accounts.map(({ slots, ...account }) => ({
    ...account,
    nextFree: account.nextFree ?? null,
    slots: slots.map((slot) => ({ ...slot, stageKey: slot.stageKey ?? null })),
  }));
  const rows = accounts.flatMap((account) => rowsOf(account, tell));
  const text = table(["ACCOUNT", "DAY", "TIME", "STAGE", "NEXT FREE"], rows);
  return { json: { timeZone, accounts: json }, text };
}

function rowsOf(account: QueueView["accounts"][number], tell: TranslateKnown) {
  const { network, handle, slots, isPaused, nextFree } = account;
  const state = isPaused ? tell("queue.paused") : (nextFree?.replace("T", " ") ?? "");
  const name = `${network}:${handle}`;
  if (slots.length === 0) return [[name, "-", "", "", state]];
  return slots.map(({ weekday, time, stageKey }, index) => [
    name,
    days[weekday - 1],
    time,
    stageKey ?? "",
    index === 0 ? state : "",
  ]);
}
