import type { Command } from "commander";
import { z } from "zod";

import type { Account } from "../../accounts/account.ts";
import type { Delivery } from "../../deliveries/delivery.ts";
import { deliveryIdInput, resolveDeliveryInput } from "../../deliveries/input.ts";
import { shownState } from "../../deliveries/post-status.ts";
import { resolveDelivery } from "../../deliveries/resolve-delivery.ts";
import { resolveRestored, resolveRestoredInput } from "../../deliveries/resolve-restored.ts";
import { undoResolution } from "../../deliveries/undo-resolution.ts";
import { granted } from "../../transports/refused-command.ts";
import { viewDeliveryHistories } from "../../views/delivery.ts";
import type { CommandContext } from "../command-context.ts";
import { deliveryHistories } from "../history-text.ts";
import { localTime } from "../local-time.ts";
import { momentOf } from "../schedule.ts";
import { stateLabel } from "../state-label.ts";
import { table } from "../table.ts";

export function addDeliveryCommands(program: Command, cli: CommandContext): void {
  const { tell, inWorkspace } = cli;
  program
    .command("deliveries")
    .description(tell("cli.help.deliveries"))
    .option("--post <id>")
    .action(
      inWorkspace(async (ctx, command) => {
        const post: unknown = command.opts()["post"];
        const { accounts, deliveries } = await viewDeliveryHistories(
          ctx,
          typeof post === "string" ? post : undefined,
        );
        const histories = await deliveryHistories(ctx, cli, deliveries);
        const rows = await Promise.all(
          histories.map(async ({ delivery, steps }) => [
            delivery.id,
            stateLabel(shownState(delivery)),
            await localTime(ctx, delivery.plannedAt),
            shownDelivery(delivery, accounts).account,
            delivery.url ?? steps.at(-1)?.decided,
          ]),
        );
        return {
          json: histories.map(({ delivery, steps }) => ({
            ...shownDelivery(delivery, accounts),
            history: steps,
          })),
          text: table(["ID", "STATE", "PLANNED", "ACCOUNT", "WHERE OR WHY"], rows),
        };
      }),
    );
  const delivery = program.command("delivery").description(tell("cli.help.delivery"));
  addResolveCommands(delivery, cli);
  addResolveRestored(delivery, cli);
}

const resolveOptions = z.object({
  url: z.string().optional(),
  candidate: z.string().optional(),
  at: z.string().optional(),
  now: z.boolean().default(false),
});

/** Adds commands that answer the questions on the page "Needs you". */
function addResolveCommands(delivery: Command, { tell, inWorkspace }: CommandContext): void {
  delivery
    .command("resolve <id> <answer>")
    .description(tell("cli.help.delivery-resolve"))
    .option("--url <address>", tell("cli.help.resolve-url"))
    .option("--candidate <id>", tell("cli.help.resolve-candidate"))
    .option("--at <time>", tell("cli.help.resolve-at"))
    .option("--now", tell("cli.help.resolve-at"))
    .action(
      inWorkspace(async (ctx, command) => {
        const [deliveryId, answer] = command.args;
        const { url, candidate, ...time } = resolveOptions.parse(command.opts());
        const input = resolveDeliveryInput.parse({
          deliveryId,
          answer,
          url,
          candidateRemoteId: candidate,
          when: answer === "move" ? momentOf(time) : undefined,
        });
        const json = granted(await resolveDelivery(ctx, input));
        return { json, text: `${tell(`needs-you.answered.${json.answer}`)} ${json.postId}` };
      }),
    );
  delivery
    .command("undo <id>")
    .description(tell("cli.help.delivery-undo"))
    .action(
      inWorkspace(async (ctx, command) => {
        const input = deliveryIdInput.parse({ deliveryId: command.args[0] });
        return {
          json: granted(await undoResolution(ctx, input)),
          text: tell("needs-you.takenBack"),
        };
      }),
    );
}

function addResolveRestored(delivery: Command, { tell, inWorkspace }: CommandContext): void {
  delivery
    .command("resolve-restored <answer>")
    .description(tell("cli.help.resolve-restored"))
    .option("--count <number>", tell("cli.help.resolve-count"))
    .action(
      inWorkspace(async (ctx, command) => {
        const [answer] = command.args;
        const { count }: { count?: string } = command.opts();
        const input = resolveRestoredInput.parse({ answer, count });
        const json = granted(await resolveRestored(ctx, input));
        return { json, text: tell("needs-you.restored.answered", { count: json.answered }) };
      }),
    );
}

export function shownDelivery(delivery: Delivery, accounts: readonly Account[]) {
  const { id, postId, accountId, part, plannedAt, dueAt, attempts } = delivery;
  const { remoteId, url, reason, reasonDetail, publishedAt, candidates } = delivery;
  const account = accounts.find((each) => each.id === accountId);
  return {
    id,
    postId,
    accountId,
    account: account ? `${account.network}:${account.handle}` : accountId,
    part,
    state: stateLabel(shownState(delivery)),
    plannedAt,
    dueAt,
    attempts,
    publishedAt,
    remoteId,
    url,
    reason,
    reasonDetail,
    candidates,
  };
}
