import type { Command } from "commander";

import type { Account } from "../../accounts/account.ts";
import { listAccounts } from "../../accounts/list-accounts.ts";
import type { Delivery } from "../../deliveries/delivery.ts";
import { listDeliveries } from "../../deliveries/list-deliveries.ts";
import { shownState } from "../../deliveries/post-status.ts";
import { listHistories } from "../../deliveries/show-delivery.ts";
import type { CommandContext } from "../command-context.ts";
import { deliveryHistories } from "../history-text.ts";
import { localTime } from "../local-time.ts";
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
        const accounts = await listAccounts(ctx, { withDisconnected: true });
        const found = await listDeliveries(
          ctx,
          typeof post === "string" ? { postIds: [post] } : { limit: 2_000 },
        );
        const histories = await deliveryHistories(ctx, cli, await listHistories(ctx, found));
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
}

export function shownDelivery(delivery: Delivery, accounts: readonly Account[]) {
  const { id, postId, accountId, part, plannedAt, dueAt, attempts } = delivery;
  const { remoteId, url, reason, reasonDetail, publishedAt } = delivery;
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
  };
}
