import { resolve } from "node:path";

import type { Command } from "commander";

import { backUp } from "../../backup/back-up.ts";
import { BackupRefused, type Backup } from "../../backup/backup.ts";
import { refuseWhileWorking } from "../../backup/refuse-while-working.ts";
import { doubtEverything, restoreBackup } from "../../backup/restore-backup.ts";
import type { Restored } from "../../backup/restored.ts";
import { formatDate, formatBytes } from "../../i18n/format.ts";
import { systemClock } from "../../kernel/clock.ts";
import { readMoment } from "../../kernel/read-moment.ts";
import type { SafeMode } from "../../recovery/safe-mode.ts";
import type { Environment } from "../../runtime/environment.ts";
import { openRuntime } from "../../runtime/open-runtime.ts";
import { keepPrivate } from "../../runtime/private-files.ts";
import { RefusedCommand } from "../../transports/refused-command.ts";
import type { CommandContext } from "../command-context.ts";

export function addBackupCommands(program: Command, cli: CommandContext): void {
  const { tell } = cli;
  program
    .command("backup")
    .description(tell("cli.backup.help.backup"))
    .argument("[file]")
    .option("--with-secret", tell("cli.backup.help.with-secret"))
    .action(
      cli.withoutRuntime(async (command) => {
        const env = placeOf(cli);
        const file = fileGiven(cli, command);
        const withSecret = command.opts()["withSecret"] === true;
        const onProgress = progressOn(cli, "copy");
        const made = await backUp(env, systemClock.now(), { file, withSecret, onProgress });
        return { json: made, text: textOfBackup(cli, env, made) };
      }),
    );
  program
    .command("restore")
    .description(tell("cli.backup.help.restore"))
    .argument("[file]")
    .option("--already-restored", tell("cli.backup.help.already-restored"))
    .option("--since <moment>", tell("cli.backup.help.since"))
    .action((...given: unknown[]) => {
      const command = given.at(-1) as Command;
      const isThere = command.opts()["alreadyRestored"] === true;
      return (isThere ? lookOnly(cli) : putBack(cli))(...given);
    });
}

function putBack(cli: CommandContext) {
  return cli.withoutRuntime(async (command) => {
    const file = fileGiven(cli, command);
    if (!file) throw new RefusedCommand("which-file");
    const env = placeOf(cli);
    const restored = await restoreBackup(env, systemClock.now(), {
      file,
      open: (place) => openRuntime({ ...env, ...place }),
    });
    return { json: restored, text: textOfRestored(cli, restored) };
  });
}

/** Enters safe mode after a restore with other tools or a database failover. */
function lookOnly(cli: CommandContext) {
  return cli.withRuntime(async (command, runtime) => {
    await refuseWhileWorking(runtime);
    const safeMode = await doubtEverything(runtime, momentGiven(command));
    const text = [textOfSafeMode(cli, safeMode), cli.tell("cli.backup.erase-yourself")];
    return { json: { safeMode }, text: text.join("\n") };
  });
}

function placeOf({ terminal }: CommandContext): Environment {
  const env = terminal.environment();
  keepPrivate(env);
  return env;
}

function fileGiven({ terminal }: CommandContext, command: Command): string | undefined {
  const [file] = command.args;
  return file === undefined ? undefined : resolve(terminal.folder, file);
}

function momentGiven(command: Command): Date | undefined {
  const value: unknown = command.opts()["since"];
  if (typeof value !== "string") return undefined;
  const moment = readMoment(value, { timeZone: "UTC" });
  if (moment.kind !== "moment") throw new BackupRefused("bad-moment", { value });
  return moment.at;
}

/** Prints the progress at most every two seconds. */
function progressOn({ tell, terminal }: CommandContext, doing: string): (share: number) => void {
  const everyMs = 2_000;
  let last = performance.now();
  return (share) => {
    if (performance.now() - last < everyMs) return;
    last = performance.now();
    const percent = Math.floor(share * 100);
    terminal.printError(
      tell("cli.backup.progress", { doing: tell(`cli.backup.doing.${doing}`), percent }),
    );
  };
}

function textOfBackup({ tell }: CommandContext, env: Environment, made: Backup): string {
  const key = made.secretFile ? "beside" : env.secret ? "environment" : "not-included";
  const secret = made.secretFile ?? resolve(env.dataDir, "secret");
  return [
    tell("cli.backup.done", { file: made.file, size: formatBytes(made.bytes) }),
    tell(`cli.backup.key.${key}`, { secret }),
  ].join("\n");
}

function textOfRestored(cli: CommandContext, restored: Restored): string {
  const { from, aside, lockedAccounts, secretFrom, safeMode, erasures } = restored;
  const { tell } = cli;
  return [
    tell("cli.backup.restored", { file: from, aside: aside ?? "none" }),
    ...(secretFrom ? [tell("cli.backup.secret-restored", { file: secretFrom })] : []),
    ...(lockedAccounts > 0 ? [tell("cli.backup.locked", { count: lockedAccounts })] : []),
    tell("cli.backup.erased-again", { ...erasures }).trim(),
    textOfSafeMode(cli, safeMode),
  ].join("\n");
}

function textOfSafeMode({ tell }: CommandContext, { since, doubted }: SafeMode): string {
  return tell("cli.backup.looked", { since: formatDate(since), doubted });
}
