import type { Command } from "commander";
import { z } from "zod";

import { granted, RefusedCommand } from "../../transports/refused-command.ts";
import { setUpOwner } from "../../workspaces/set-up-owner.ts";
import type { CommandContext } from "../command-context.ts";

const options = z.object({
  email: z.string(),
  name: z.string(),
  password: z.string().optional(),
  workspaceName: z.string().optional(),
  timeZone: z.string().default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  locale: z.enum(["en", "nl"]).default("en"),
});

export function addUserCommands(
  program: Command,
  { tell, withRuntime: answering, terminal }: CommandContext,
): void {
  program
    .command("user")
    .description(tell("cli.help.user"))
    .command("create")
    .description(tell("cli.help.user-create"))
    .requiredOption("--email <address>")
    .requiredOption("--name <name>")
    .option("--password <password>", tell("cli.help.password"))
    .option("--workspace-name <name>")
    .option("--time-zone <zone>", "Europe/Amsterdam")
    .option("--locale <language>", "en, nl")
    .action(
      answering(async (command, runtime) => {
        const given = options.parse(command.opts());
        const password =
          given.password ??
          (await terminal.askSecret(tell("cli.ask.password"), "SHOUTLOOP_PASSWORD"));
        if (!password) throw new RefusedCommand("no-password");
        const workspaceName = given.workspaceName ?? given.name;
        const owner = granted(await setUpOwner(runtime, { ...given, password, workspaceName }));
        const text = tell("cli.done.user", { email: given.email, workspace: owner.slug });
        return { json: owner, text };
      }),
    );
}
