import type { Command } from "commander";

import { listAccounts } from "../../accounts/list-accounts.ts";
import type { CommandContext } from "../command-context.ts";
import { table } from "../table.ts";
import { addCheckCommand } from "./check.ts";
import { addChooseCommand } from "./choose.ts";
import { addConnectCommands } from "./connect.ts";
import { shownAccount } from "./shown-account.ts";

export function addAccountCommands(program: Command, cli: CommandContext): void {
  const { tell, inWorkspace } = cli;
  const account = program.command("account").description(tell("cli.help.account"));
  addConnectCommands(account, cli);
  addChooseCommand(account, cli);
  addCheckCommand(account, cli);
  account
    .command("list")
    .description(tell("cli.help.account-list"))
    .action(
      inWorkspace(async (ctx) => {
        const accounts = (await listAccounts(ctx)).map((each) => shownAccount(ctx, each));
        const rows = accounts.map(({ id, network, handle, health }) => [
          id,
          network,
          handle,
          health.kind,
        ]);
        return { json: accounts, text: table(["ID", "NETWORK", "HANDLE", "STATE"], rows) };
      }),
    );
}
