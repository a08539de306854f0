import type { Command } from "commander";
import { z } from "zod";

import { accountHealth, type Account } from "../../accounts/account.ts";
import { connectAccount } from "../../accounts/connect-account.ts";
import { listAccounts } from "../../accounts/list-accounts.ts";
import type { Context } from "../../kernel/context.ts";
import type { Desk } from "../desk.ts";
import { granted, RefusedCommand } from "../refused-command.ts";
import { table } from "../table.ts";

export function addAccountCommands(program: Command, desk: Desk): void {
  const { tell, inWorkspace } = desk;
  const account = program.command("account").description(tell("cli.help.account"));
  addConnectCommands(account, desk);
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

function addConnectCommands(account: Command, { tell, terminal, inWorkspace }: Desk): void {
  const connect = account.command("connect").description(tell("cli.help.account-connect"));
  connect
    .command("bluesky")
    .description(tell("cli.help.connect-bluesky"))
    .requiredOption("--identifier <handle>")
    .option("--app-password <password>", tell("cli.help.password"))
    .option("--pds <address>", "https://bsky.social")
    .action(
      inWorkspace(async (ctx, command) => {
        const { identifier, appPassword, pds } = blueskyOptions.parse(command.opts());
        const secret =
          appPassword ??
          (await terminal.askSecret(tell("cli.ask.app-password"), "SHOUTLOOP_APP_PASSWORD"));
        if (!secret) throw new RefusedCommand("cli.failures.no-password");
        return connected(ctx, "bluesky", { identifier, appPassword: secret, ...(pds && { pds }) });
      }),
    );
  connect
    .command("practice")
    .description(tell("cli.help.connect-practice"))
    .option("--name <name>")
    .action(
      inWorkspace(async (ctx, command) => {
        const { name } = z.object({ name: z.string().optional() }).parse(command.opts());
        return connected(ctx, "practice", name ? { name } : {});
      }),
    );

  async function connected(ctx: Context, network: string, answers: Record<string, string>) {
    const made = granted(await connectAccount(ctx, { network, answers }));
    const text = tell("cli.done.connected", { handle: made.handle, network, id: made.id });
    return { json: shown(ctx, made), text };
  }
}

const blueskyOptions = z.object({
  identifier: z.string(),
  appPassword: z.string().optional(),
  pds: z.string().optional(),
});

/** What a script needs; nothing of how the account is signed in. */
function shown(ctx: Context, account: Account) {
  const { id, network, remoteId, handle, displayName, origin, state, problem, connectedAt } =
    account;
  const health = accountHealth(account, ctx.clock.now());
  return {
    id,
    network,
    remoteId,
    handle,
    displayName,
    origin,
    state,
    problem,
    health,
    connectedAt,
  };
}
