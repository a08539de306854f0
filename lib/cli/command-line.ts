import { Command, CommanderError } from "commander";

import { plainTranslatorFor } from "../i18n/translator.ts";
import { refusedExitCode } from "../transports/refusal.ts";
import { refusalOfCommand, terminalSentence } from "../transports/terminal-sentence.ts";
import { createCommandContext, type CommandContext } from "./command-context.ts";
import { addAccountCommands } from "./commands/account.ts";
import { addBackupCommands } from "./commands/backup.ts";
import { addCaseCommands } from "./commands/case.ts";
import { addDeliveryCommands } from "./commands/delivery.ts";
import { addFindCommand } from "./commands/find.ts";
import { addJobCommands } from "./commands/job.ts";
import { addMediaCommands } from "./commands/media.ts";
import { addPersonCommands } from "./commands/person.ts";
import { addPostCommands } from "./commands/post.ts";
import { addRebuildCommand } from "./commands/rebuild.ts";
import { addRepeatCommands } from "./commands/repeat.ts";
import { addReplayCommand } from "./commands/replay.ts";
import { addRulesCommand } from "./commands/rules.ts";
import { addSendingCommands } from "./commands/sending.ts";
import { addSentencesCommand } from "./commands/sentences.ts";
import { addShoutOutCommands } from "./commands/shout-out.ts";
import { addSlotsCommands } from "./commands/slots.ts";
import { addSpendingCommand } from "./commands/spending.ts";
import { addStagesCommand } from "./commands/stages.ts";
import { addStatusCommand } from "./commands/status.ts";
import { addTextCommand } from "./commands/text.ts";
import { addTouchpointCommands } from "./commands/touchpoint.ts";
import { addUserCommands } from "./commands/user.ts";
import { addWordsCommand } from "./commands/words.ts";
import { printable, printableJson } from "./printable.ts";
import type { Terminal } from "./terminal.ts";
import { usageErrorMessage } from "./usage-error.ts";

/**
 * Runs one command and returns its exit code. Errors are printed as one sentence or, with `--json`, as one
 * object.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const cli = createCommandContext(args, terminal);
  const isJson = args.includes("--json");
  const tell = isJson ? plainTranslatorFor(cli.locale) : cli.tell;
  try {
    await programOf(cli, terminal).parseAsync(args, { from: "user" });
    return cli.exitCode();
  } catch (error) {
    if (error instanceof CommanderError) {
      const sentence = usageErrorMessage(error, tell);
      if (sentence) complain({ refusal: "wrong-usage", detail: { code: error.code } }, sentence);
      return error.exitCode;
    }
    const refusal = refusalOfCommand(error) ?? { refusal: "failed", detail: {} };
    complain(refusal, terminalSentence(error, tell, cli.locale));
    return refusedExitCode;
  } finally {
    await cli.close();
  }

  /** With `--json`, every error is one object. */
  function complain(refusal: object, message: string): void {
    terminal.printError(isJson ? printableJson({ ...refusal, message }, 0) : printable(message));
  }
}

function programOf(cli: CommandContext, terminal: Terminal): Command {
  const program = new Command("shoutloop")
    .description(cli.tell("cli.help.program"))
    .option("--json", cli.tell("cli.help.json"))
    .option("--workspace <name>", cli.tell("cli.help.workspace"))
    .option("--lang <language>", cli.tell("cli.help.lang"))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.printError(text.trimEnd()),
      // Suppresses commander's errors, which are only in English; `usageErrorMessage` translates them.
      outputError: () => {},
    });
  addUserCommands(program, cli);
  addAccountCommands(program, cli);
  addPostCommands(program, cli);
  addRepeatCommands(program, cli);
  addSlotsCommands(program, cli);
  addDeliveryCommands(program, cli);
  addTouchpointCommands(program, cli);
  addTextCommand(program, cli);
  addWordsCommand(program, cli);
  addRebuildCommand(program, cli);
  addReplayCommand(program, cli);
  addStagesCommand(program, cli);
  addRulesCommand(program, cli);
  addSentencesCommand(program, cli);
  addPersonCommands(program, cli);
  addFindCommand(program, cli);
  addMediaCommands(program, cli);
  addShoutOutCommands(program, cli);
  addCaseCommands(program, cli);
  addSendingCommands(program, cli);
  addJobCommands(program, cli);
  addSpendingCommand(program, cli);
  addStatusCommand(program, cli);
  addBackupCommands(program, cli);
  return program;
}
