import { createReadStream } from "node:fs";
import { resolve } from "node:path";

import type { Command } from "commander";

import { importList, type ListReport } from "../../engagement/import-list.ts";
import type { TextSource } from "../../engagement/import-table.ts";
import { deriveEverything } from "../../projector/derive-everything.ts";
import { paceOfProcess } from "../../projector/pace.ts";
import { granted, RefusedCommand } from "../../transports/refused-command.ts";
import type { CommandContext } from "../command-context.ts";

const tellEveryMs = 2_000;
/** At once: beside a publisher on the same file, and where nobody waits. */
const [fewRows, manyRows] = [50, 1_000];

/** Touchpoints from a file of any length; done once everything that follows from them is up to date. */
export function addImportCommand(touchpoint: Command, cli: CommandContext): void {
  const { tell, terminal } = cli;
  touchpoint
    .command("import <file>")
    .description(tell("cli.help.touchpoint-import"))
    .option("--day-first", tell("cli.help.day-first"))
    .option("--month-first", tell("cli.help.month-first"))
    .action(
      cli.inWorkspace(async (ctx, command) => {
        const file = resolve(terminal.folder, command.args[0] ?? "");
        const say = nowAndAgain(terminal.printError);
        const begun = performance.now();
        const { pauseMs } = await paceOfProcess(ctx);
        const outcome = await importList(ctx, sourceOf(file), {
          pace: { rowsAtOnce: pauseMs > 0 ? fewRows : manyRows, pauseMs },
          isJsonLines: /\.(jsonl|ndjson)$/i.test(file),
          dayOrder: dayOrderIn(command),
          onProgress: ({ read, of }) => say(() => tell("cli.import.storing", { read, of })),
        }).catch(withoutFile);
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
        return { json: shown, text: textOf(cli, shown) };
      }),
    );
}

/** A file that is read from its beginning each time. */
function sourceOf(file: string): TextSource {
  return async function* text() {
    for await (const chunk of createReadStream(file, "utf8")) yield String(chunk);
  };
}

function withoutFile(error: unknown): never {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "EISDIR" || code === "EACCES")
    throw new RefusedCommand("file-unreadable", { file: path ?? "" });
  throw error;
}

function dayOrderIn(command: Command) {
  const { dayFirst, monthFirst } = command.opts<{ dayFirst?: boolean; monthFirst?: boolean }>();
  if (dayFirst) return "day-first" as const;
  return monthFirst ? ("month-first" as const) : undefined;
}

type Shown = ListReport & { readonly storingSeconds: number; readonly derivingSeconds: number };

function textOf({ tell }: CommandContext, { problems, ...report }: Shown): string {
  const rows = problems.map(({ row, code, value }) => {
    const problem = tell(`touchpoints.import.problems.${code}`, { value });
    return tell("touchpoints.import.row", { row, problem });
  });
  return [tell("cli.import.done", report), ...rows].join("\n");
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
