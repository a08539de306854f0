import type { Command } from "commander";

import type { Context } from "../../kernel/context.ts";
import { checkDerived } from "../../projector/check-derived.ts";
import { deriveEverything } from "../../projector/derive-everything.ts";
import { showRebuild, startRebuild } from "../../projector/rebuild.ts";
import type { CommandContext } from "../command-context.ts";

const tellEveryMs = 2_000;

/** Adds the command that derives everything again from the log; `--check` only reports differences. */
export function addRebuildCommand(program: Command, cli: CommandContext): void {
  const { tell } = cli;
  program
    .command("rebuild")
    .description(tell("cli.help.rebuild"))
    .option("--check", tell("cli.help.rebuild-check"))
    .action(
      cli.inWorkspace(async (ctx, command) => {
        if (command.opts()["check"] !== true) return rebuild(ctx, cli);
        const found = await checkDerived(ctx);
        const { people, figures, differences } = found;
        const count = differences.length;
        const lines = differences.map((one) => JSON.stringify(one));
        const text = [tell("cli.rebuild.checked", { people, figures, count }), ...lines].join("\n");
        return { json: found, text };
      }),
    );
}

async function rebuild(ctx: Context, { tell, terminal }: CommandContext) {
  const begun = performance.now();
  // An interrupted rebuild continues.
  if (!(await showRebuild(ctx))) await startRebuild(ctx);
  const timer = setInterval(() => {
    void showRebuild(ctx).then((progress) => {
      if (progress) terminal.printError(tell("cli.rebuild.under-way", { ...progress }));
    });
  }, tellEveryMs);
  let touchpoints = 0;
  try {
    await deriveEverything(ctx, (progress) => (touchpoints = progress.touchpoints));
  } finally {
    clearInterval(timer);
  }
  const shown = { touchpoints, seconds: Math.round((performance.now() - begun) / 10) / 100 };
  return { json: shown, text: tell("cli.rebuild.done", shown) };
}
