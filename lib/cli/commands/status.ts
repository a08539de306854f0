import type { Command } from "commander";

import { recallLastBackup } from "../../backup/last-backup.ts";
import { formatSpan } from "../../deliveries/format-span.ts";
import { formatDate } from "../../i18n/format.ts";
import type { Translate } from "../../i18n/translator.ts";
import type { Punctuality } from "../../publisher/punctuality.ts";
import { safeModeText } from "../../runtime/safe-mode-text.ts";
import { type StatusView, viewStatus } from "../../views/status.ts";
import type { CommandContext } from "../command-context.ts";
import { localTime } from "../local-time.ts";
import { table } from "../table.ts";
import { shownSending } from "./sending.ts";

export function addStatusCommand(
  program: Command,
  { tell, terminal, inWorkspace }: CommandContext,
): void {
  program
    .command("status")
    .description(tell("cli.help.status"))
    .action(
      inWorkspace(async (ctx) => {
        const lastBackup = recallLastBackup(terminal.environment().dataDir) ?? null;
        const status = await viewStatus(ctx);
        const { workspace, deliveries, next } = status;
        const text = [
          tell("cli.status.workspace", { name: workspace.name, timeZone: workspace.timeZone }),
          ...stopLines(tell, status.sending),
          ...(status.safeMode ? [safeModeText(tell, status.safeMode)] : []),
          tell("cli.status.deliveries", { ...deliveries, needsPerson: status.needsPerson }),
          next
            ? tell("cli.status.next", { at: await localTime(ctx, next) })
            : tell("cli.status.nothing-next"),
          latenessLine(tell, status.lateness),
          lastBackup
            ? tell("cli.backup.last", {
                at: formatDate(new Date(lastBackup.at)),
                file: lastBackup.file,
              })
            : tell("cli.backup.none"),
          table(
            ["ACCOUNT", "STATE"],
            status.accounts.map(({ account, health }) => [account, health]),
          ),
        ].join("\n");
        const sending = shownSending(status.sending);
        return { json: { ...status, sending, lastBackup }, text };
      }),
    );
}

function stopLines(tell: Translate, sending: StatusView["sending"]): string[] {
  return (["workspace", "installation"] as const)
    .filter((scope) => sending[scope] !== undefined)
    .map((scope) => tell("sending.cli.stoppedNow", { scope }));
}

function latenessLine(tell: Translate, { count, quantiles }: Punctuality): string {
  const { median = 0, p95 = 0, worst = 0 } = quantiles ?? {};
  const span = (ms: number) => formatSpan(tell, ms);
  return tell("sending.cli.lateness", {
    count,
    median: span(median),
    p95: span(p95),
    worst: span(worst),
  });
}
