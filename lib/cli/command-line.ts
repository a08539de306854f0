import { Command, CommanderError } from "commander";

import { addAccountCommands } from "./commands/account.ts";
import { addBackupCommands } from "./commands/backup.ts";
import { addDeliveryCommands } from "./commands/delivery.ts";
import { addPersonCommands } from "./commands/person.ts";
import { addPostCommands } from "./commands/post.ts";
import { addSendingCommands } from "./commands/sending.ts";
import { addShoutOutCommands } from "./commands/shout-out.ts";
import { addSpendingCommand } from "./commands/spending.ts";
import { addStatusCommand } from "./commands/status.ts";
import { addTouchpointCommands } from "./commands/touchpoint.ts";
import { addUserCommands } from "./commands/user.ts";
import { openDesk, type Desk } from "./desk.ts";
import { sentenceFor } from "./sentence-for.ts";
import type { Terminal } from "./terminal.ts";
import { wrongUsage } from "./wrong-usage.ts";

/** Runs one command and answers the exit code. What goes wrong is one sentence on `complain`. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const desk = openDesk(args, terminal);
  try {
    await programOf(desk, terminal).parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      const sentence = wrongUsage(error, desk.tell);
      if (sentence) terminal.complain(sentence);
      return error.exitCode;
    }
    terminal.complain(sentenceFor(error, desk.tell, desk.locale));
    return 1;
  } finally {
    await desk.close();
  }
}

function programOf(desk: Desk, terminal: Terminal): Command {
  const program = new Command("shoutloop")
    .description(desk.tell("cli.help.program"))
    .option("--json", desk.tell("cli.help.json"))
    .option("--workspace <name>", desk.tell("cli.help.workspace"))
    .option("--lang <language>", desk.tell("cli.help.lang"))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.complain(text.trimEnd()),
      // Commander speaks English alone: `wrongUsage` says it.
      outputError: () => {},
    });
  addUserCommands(program, desk);
  addAccountCommands(program, desk);
  addPostCommands(program, desk);
  addDeliveryCommands(program, desk);
  addTouchpointCommands(program, desk);
  addPersonCommands(program, desk);
  addShoutOutCommands(program, desk);
  addSendingCommands(program, desk);
  addSpendingCommand(program, desk);
  addStatusCommand(program, desk);
  addBackupCommands(program, desk);
  return program;
}
