import type { Command } from "commander";

import { chooseAccounts } from "../../accounts/choose-accounts.ts";
import { showSignIn } from "../../accounts/show-sign-in.ts";
import type { Context } from "../../kernel/context.ts";
import { granted } from "../../transports/refused-command.ts";
import type { CommandContext } from "../command-context.ts";
import { table } from "../table.ts";
import type { Answer } from "../terminal.ts";
import { shownAccount } from "./shown-account.ts";

/** Adds the command that chooses which accounts of a sign-in to connect. */
export function addChooseCommand(account: Command, cli: CommandContext): void {
  const { tell, inWorkspace } = cli;
  account
    .command("choose <sign-in> [ids...]")
    .description(tell("cli.help.account-choose"))
    .option("--all", tell("cli.help.choose-all"))
    .action(
      inWorkspace(async (ctx, asked) => {
        const [signInId = "", ...given] = asked.args;
        const remoteIds = asked.getOptionValue("all") ? await usableOf(ctx, signInId) : given;
        if (remoteIds.length === 0) return listOffered(ctx, cli, signInId);
        const accounts = granted(await chooseAccounts(ctx, { signInId, remoteIds }));
        const lines = accounts.map(({ handle, network, id }) =>
          tell("cli.done.connected", { handle, network, id }),
        );
        return {
          json: accounts.map((each) => shownAccount(ctx, each)),
          text: lines.join("\n"),
        };
      }),
    );
}

/** Lists the accounts to choose from, and the command for it. */
export async function listOffered(
  ctx: Context,
  { tell }: CommandContext,
  signInId: string,
): Promise<Answer> {
  const { offered, hasMore, network } = await showSignIn(ctx, signInId);
  const rows = offered.map(({ remoteId, handle, displayName, unusable }) => [
    remoteId,
    handle,
    displayName,
    unusable ? tell(`connect.failures.${unusable}`, { network, said: "" }) : "",
  ]);
  const text = [
    table(["ID", "HANDLE", "NAME", ""], rows),
    ...(hasMore ? [tell("connect.choose.more", { network, count: offered.length })] : []),
    tell("cli.done.choose", { signInId }),
  ];
  return { json: { signInId, offered, hasMore }, text: text.join("\n\n") };
}

async function usableOf(ctx: Context, signInId: string): Promise<string[]> {
  const { offered } = await showSignIn(ctx, signInId);
  return offered.filter(({ unusable }) => !unusable).map(({ remoteId }) => remoteId);
}
