import type { Command } from "commander";

import { listAccounts } from "../../accounts/list-accounts.ts";
import type { CommandContext } from "../command-context.ts";
import { table } from "../table.ts";
import { addConnectCommands, shown } from "./connect.ts";

export function addAccountCommands(program: Command, cli: CommandContext): void {
  const { tell, inWorkspace } = cli;
  const account = program.command("account").description(tell("cli.help.account"));
  addConnectCommands(account, cli);
  account
    .command("list")
    .description(tell("cli.help.account-list"))
    .action(
      inWorkspace(async (ctx) => {
        const accounts = (await listAccounts(ctx)).map((each) => shown(ctx, each));
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
