import type { Command } from "commander";

import type { Locale } from "../i18n/locale.ts";
import { translatorFor, type TranslateKnown } from "../i18n/translator.ts";
import type { Context, Runtime } from "../kernel/context.ts";
import { terminalLocale } from "../runtime/terminal-locale.ts";
import { refusedExitCode } from "../transports/refusal.ts";
import { chooseWorkspace } from "./choose-workspace.ts";
import { printable, printableJson } from "./printable.ts";
import type { Answer, Terminal } from "./terminal.ts";

/** What all commands share: the language, the product and the output of answers. */
export interface CommandContext {
  readonly locale: Locale;
  readonly tell: TranslateKnown;
  readonly terminal: Terminal;
  /** Returns a commander action that runs `work` and prints its answer as text or, with `--json`, as JSON. */
  readonly withRuntime: (
    work: (command: Command, runtime: Runtime) => Promise<Answer>,
  ) => (...args: unknown[]) => Promise<void>;
  /** Like `withRuntime` without opening the product, for commands that must work when it cannot be opened. */
  readonly withoutRuntime: (
    work: (command: Command) => Promise<Answer>,
  ) => (...args: unknown[]) => Promise<void>;
  /** Like `withRuntime`, as an owner of the chosen workspace. */
  readonly inWorkspace: (
    work: (ctx: Context, command: Command) => Promise<Answer>,
  ) => (...args: unknown[]) => Promise<void>;
  /** Exit code of the command that completed. */
  readonly exitCode: () => number;
  readonly close: () => Promise<void>;
}

export function createCommandContext(args: readonly string[], terminal: Terminal): CommandContext {
  const locale = terminalLocale(languageIn(args));
  const tell = translatorFor(locale);
  let opened: Runtime | undefined;
  let exitCode = 0;

  function withoutRuntime(work: Parameters<CommandContext["withoutRuntime"]>[0]) {
    return async (...given: unknown[]) => {
      // Commander passes the arguments, the options and finally the command.
      const command = given.at(-1) as Command;
      const answer = await work(command);
      if (answer.isWrong) exitCode = refusedExitCode;
      const isJson = command.optsWithGlobals()["json"] === true;
      terminal.print(isJson ? printableJson(answer.json) : printable(answer.text));
      if (!isJson)
        for (const problem of answer.problems ?? []) terminal.printError(printable(problem));
    };
  }
  function withRuntime(work: Parameters<CommandContext["withRuntime"]>[0]) {
    return withoutRuntime(async (command) => {
      opened ??= await terminal.openRuntime();
      return work(command, opened);
    });
  }
  return {
    locale,
    tell,
    terminal,
    withoutRuntime,
    withRuntime,
    inWorkspace: (work) =>
      withRuntime(async (command, runtime) => {
        const wanted: unknown = command.optsWithGlobals()["workspace"];
        const name = typeof wanted === "string" ? wanted : undefined;
        return work(await chooseWorkspace(runtime, name), command);
      }),
    exitCode: () => exitCode,
    close: async () => opened?.close(),
  };
}

/** Reads `--lang` before the arguments are parsed, because help and error texts need it. */
function languageIn(args: readonly string[]): string | undefined {
  const joined = args.find((arg) => arg.startsWith("--lang="));
  if (joined) return joined.slice("--lang=".length);
  const at = args.indexOf("--lang");
  return at === -1 ? undefined : args[at + 1];
}
