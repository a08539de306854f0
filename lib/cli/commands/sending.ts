import type { Command } from "commander";

import type { Context } from "../../kernel/context.ts";
import { resumeSending, showSending, stopSending } from "../../publisher/stop-sending.ts";
import { granted } from "../../transports/refused-command.ts";
import type { CommandContext } from "../command-context.ts";

export function addSendingCommands(program: Command, { tell, inWorkspace }: CommandContext): void {
  program
    .command("stop")
    .description(tell("sending.cli.stop"))
    .option("--installation", tell("sending.cli.installation"))
    .action(
      inWorkspace(async (ctx, command) => {
        const scope = scopeOf(command);
        granted(await stopSending(asOperator(ctx), { scope }));
        const json = shownSending(await showSending(ctx));
        return { json, text: tell("sending.cli.stoppedNow", { scope }) };
      }),
    );
  program
    .command("resume")
    .description(tell("sending.cli.resume"))
    .option("--installation", tell("sending.cli.installation"))
    .action(
      inWorkspace(async (ctx, command) => {
        const scope = scopeOf(command);
        granted(await resumeSending(asOperator(ctx), { scope }));
        const sending = await showSending(ctx);
        const still =
          sending.isStopped && sending.installation ? [tell("sending.cli.stillStopped")] : [];
        const text = [tell("sending.cli.resumedNow", { scope }), ...still].join("\n");
        return { json: shownSending(sending), text };
      }),
    );
}

type Sending = Awaited<ReturnType<typeof showSending>>;

/** Returns the stops of sending for JSON output. */
export function shownSending({ isStopped, workspace, installation }: Sending) {
  return { isStopped, workspace: workspace ?? null, installation: installation ?? null };
}

function scopeOf(command: Command): "workspace" | "installation" {
  return command.opts()["installation"] === true ? "installation" : "workspace";
}

/**
 * Returns a context with the operator's rights, because whoever can run commands operates the installation.
 */
function asOperator(ctx: Context): Context {
  return { ...ctx, actor: { id: "system", role: "owner" } };
}
