import type { Command } from "commander";

import { importList, type ListReport } from "../../engagement/import-list.ts";
import { deriveEverything } from "../../projector/derive-everything.ts";
import { paceOfProcess } from "../../projector/pace.ts";
import { granted } from "../../transports/refused-command.ts";
import type { CommandContext } from "../command-context.ts";
import { textOfFileGiven } from "../files.ts";
import { dayOrderIn } from "./day-order.ts";

const tellEveryMs = 2_000;
/** Rows per transaction: next to a publisher on the same SQLite file, and otherwise. */
const [fewRows, manyRows] = [50, 1_000];

/**
 * Adds the command that imports touchpoints from a file of any length. It ends when everything derived from
 * them is up to date.
 */
export function addImportCommand(touchpoint: Command, cli: CommandContext): void {
  const { tell, terminal } = cli;
  touchpoint
    .command("import <file>")
    .description(tell("cli.help.touchpoint-import"))
    .option("--day-first", tell("cli.help.day-first"))
    .option("--month-first", tell("cli.help.month-first"))
    .action(
      cli.inWorkspace(async (ctx, command) => {
        const [file = ""] = command.args;
        const source = await textOfFileGiven(terminal, file);
        const say = nowAndAgain(terminal.printError);
        const begun = performance.now();
        const { pauseMs } = await paceOfProcess(ctx);
        const outcome = await importList(ctx, source, {
          pace: { rowsAtOnce: pauseMs > 0 ? fewRows : manyRows, pauseMs },
          isJsonLines: /\.(jsonl|ndjson)$/i.test(file),
          dayOrder: dayOrderIn(command),
          onProgress: ({ read, of }) => say(() => tell("cli.import.storing", { read, of })),
        });
        const report = granted(outcome);
        const stored = performance.now();
        await deriveEverything(ctx, ({ touchpoints }) =>
          say(() => tell("cli.import.deriving", { count: touchpoints })),
        );
        const shown = {
          ...report,
          storingSeconds: seconds(stored - begun),
          derivingSeconds: seconds(performance.now() - stored),
        };
        const { problems, ...figures } = shown;
        return {
          json: shown,
          text: tell("cli.import.done", figures),
          problems: inWords(cli, problems),
        };
      }),
    );
}

function inWords({ tell }: CommandContext, problems: ListReport["problems"]): string[] {
  return problems.map(({ row, code, value }) => {
    const problem = tell(`touchpoints.import.problems.${code}`, { value });
    return tell("lists.row", { row, problem });
  });
}

function nowAndAgain(print: (text: string) => void): (say: () => string) => void {
  let last = performance.now();
  return (say) => {
    if (performance.now() - last < tellEveryMs) return;
    last = performance.now();
    print(say());
  };
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 10) / 100;
}
