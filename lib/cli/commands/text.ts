import type { Command } from "commander";

import { sureEnough } from "../../engagement/text-signals/calibration.ts";
import { soundsLikeComplaint, whyReadFirst } from "../../engagement/text-signals/read-first.ts";
import { readText } from "../../engagement/text-signals/text-signals.ts";
import type { CommandContext } from "../command-context.ts";
import { table } from "../table.ts";

/** Adds the command that shows how a text is read; stores nothing. */
export function addTextCommand(program: Command, { tell, withoutRuntime }: CommandContext): void {
  program
    .command("text <words>")
    .description(tell("cli.help.text"))
    .action(
      withoutRuntime(async (command) => {
        const shown = shownSignals(command.args[0] ?? "");
        const rows = Object.entries(shown).map(([name, value]) => [name, cellOf(value)]);
        return { json: shown, text: table(["SIGN", "VALUE"], rows) };
      }),
    );
}

function shownSignals(text: string) {
  const signals = readText(text);
  const { language, sentiment, confidence, emotion, questionKind, isContest, hasPurchase } =
    signals;
  return {
    language: language ?? null,
    sentiment,
    confidence,
    isSure: confidence >= sureEnough,
    emotion,
    isQuestion: signals.isQuestion,
    questionKinds: questionKind ? [questionKind] : [],
    isComplaint: soundsLikeComplaint(signals) || (sentiment === "negative" && signals.hasComplaint),
    isContest,
    hasPurchase,
    concerns: signals.concerns,
    readFirst: whyReadFirst(signals),
  };
}

function cellOf(value: string | number | boolean | readonly string[] | null): string {
  if (typeof value === "object") return value?.join(", ") || "-";
  return String(value);
}
