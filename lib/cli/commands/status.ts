import type { Command } from "commander";

import { accountHealth } from "../../accounts/account.ts";
import { listAccounts } from "../../accounts/list-accounts.ts";
import { showToday } from "../../analytics/show-today.ts";
import { recallLastBackup } from "../../backup/last-backup.ts";
import { formatSpan } from "../../deliveries/format-span.ts";
import { listDeliveries } from "../../deliveries/list-deliveries.ts";
import { formatDate } from "../../i18n/format.ts";
import type { Translate } from "../../i18n/translator.ts";
import type { Context } from "../../kernel/context.ts";
import type { Punctuality } from "../../publisher/punctuality.ts";
import { showLateness } from "../../publisher/show-lateness.ts";
import { showSafeMode } from "../../recovery/show-safe-mode.ts";
import { safeModeText } from "../../runtime/safe-mode-text.ts";
import { showWorkspace } from "../../workspaces/show-workspace.ts";
import type { CommandContext } from "../command-context.ts";
import { localTime } from "../local-time.ts";
import { table } from "../table.ts";
import { sendingStatus } from "./sending.ts";

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
        const status = { ...(await statusOf(ctx)), lastBackup };
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
        return { json: status, text };
      }),
    );
}

function stopLines(tell: Translate, sending: Awaited<ReturnType<typeof sendingStatus>>): string[] {
  return (["workspace", "installation"] as const)
    .filter((scope) => sending[scope] !== null)
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

const waiting = ["scheduled", "claimed", "sending", "unknown", "reconciling"] as const;
const stuck = ["needs_person", "failed", "missed", "stopped"] as const;

async function statusOf(ctx: Context) {
  const { id, slug, name, timeZone } = await showWorkspace(ctx);
  const accounts = await listAccounts(ctx);
  const planned = await listDeliveries(ctx, { states: waiting, limit: 2_000 });
  const needsPerson = await listDeliveries(ctx, { states: stuck, limit: 2_000 });
  const { cameIn } = await showToday(ctx);
  const shown = accounts.map((account) => {
    const { kind, needsPerson: isStuck } = accountHealth(account, ctx.clock.now());
    const { id: accountId, network, handle } = account;
    return { id: accountId, account: `${network}:${handle}`, health: kind, needsPerson: isStuck };
  });
  return {
    workspace: { id, slug, name, timeZone },
    accounts: shown,
    /** Posts and accounts alike: whatever waits for somebody. */
    needsPerson: needsPerson.length + shown.filter((account) => account.needsPerson).length,
    deliveries: { waiting: planned.length, needsPerson: needsPerson.length },
    next: planned.at(-1)?.plannedAt ?? null,
    sending: await sendingStatus(ctx),
    lateness: await showLateness(ctx),
    safeMode: (await showSafeMode(ctx)) ?? null,
    touchpointsToday: cameIn.total,
  };
}
