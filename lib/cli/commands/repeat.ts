import type { Command } from "commander";
import { z } from "zod";

import { endRecurrence } from "../../deliveries/end-recurrence.ts";
import { repeatPost } from "../../deliveries/repeat-post.ts";
import { refusalSentence } from "../../i18n/refusal-sentence.ts";
import { endRecurrenceInput, repeatPostInput } from "../../posts/recurrence-input.ts";
import { ruleInWords } from "../../posts/rule-in-words.ts";
import { granted } from "../../transports/refused-command.ts";
import { type RecurrenceView, viewRecurrence, viewRecurrences } from "../../views/recurrences.ts";
import type { CommandContext } from "../command-context.ts";
import { table } from "../table.ts";

const given = z.object({
  rule: z.string(),
  from: z.string().optional(),
  also: z.array(z.string()).default([]),
});

/** Commands for recurring posts. */
export function addRepeatCommands(program: Command, cli: CommandContext): void {
  const { tell, inWorkspace } = cli;
  const repeat = program.command("repeat").description(tell("cli.help.repeat"));
  repeat
    .command("list", { isDefault: true })
    .description(tell("cli.help.repeat-list"))
    .action(
      inWorkspace(async (ctx) => {
        const json = await viewRecurrences(ctx);
        const rows = json.map((one) => rowOf(one, cli));
        return { json, text: table(["ID", "NEXT", "PLANNED", "RULE", "TEXT"], rows) };
      }),
    );
  repeat
    .command("post <id>")
    .description(tell("cli.help.repeat-post"))
    .requiredOption("--rule <rrule>", "FREQ=WEEKLY;BYDAY=FR")
    .option("--from <time>", tell("cli.help.repeat-from"))
    .option("--also <post>", tell("cli.help.repeat-also"), several)
    .action(
      inWorkspace(async (ctx, command) => {
        const { rule, from, also } = given.parse(command.opts());
        const [postId] = command.args;
        const input = repeatPostInput.parse({ postId, rule, from, alsoWordsOf: also });
        const { recurrenceId } = granted(await repeatPost(ctx, input));
        const json = await viewRecurrence(ctx, recurrenceId);
        return { json, text: inFull(json, cli) };
      }),
    );
  addOfOne(repeat, cli);
}

function addOfOne(repeat: Command, cli: CommandContext): void {
  const { tell, inWorkspace } = cli;
  repeat
    .command("show <id>")
    .description(tell("cli.help.repeat-show"))
    .action(
      inWorkspace(async (ctx, command) => {
        const json = await viewRecurrence(ctx, command.args[0] ?? "");
        return { json, text: inFull(json, cli) };
      }),
    );
  repeat
    .command("end <id>")
    .description(tell("cli.help.repeat-end"))
    .option("--from <day>", "2026-12-01")
    .action(
      inWorkspace(async (ctx, command) => {
        const from: unknown = command.opts()["from"];
        const input = endRecurrenceInput.parse({ recurrenceId: command.args[0], from });
        const json = granted(await endRecurrence(ctx, input));
        return { json, text: tell("repeat.ended", { ...json }) };
      }),
    );
}

function sentenceOf({ rule, time, endsBefore }: RecurrenceView, { tell, locale }: CommandContext) {
  return ruleInWords(rule, time, { tell, locale }, endsBefore);
}

function rowOf(one: RecurrenceView, cli: CommandContext) {
  const next = one.nextAt?.replace("T", " ") ?? "";
  const text = one.obstacle ? obstacleText(one, cli) : (one.texts[0] ?? "");
  return [one.id, next, one.plannedCount, sentenceOf(one, cli), text];
}

function obstacleText({ obstacle }: RecurrenceView, { tell, locale }: CommandContext): string {
  if (!obstacle) return "";
  const { refusal, detail, day } = obstacle;
  const reason = refusalSentence(tell, locale, { refusal, detail });
  return tell("repeat.obstacle", { day, reason });
}

function inFull(one: RecurrenceView, cli: CommandContext): string {
  const { tell } = cli;
  return [
    sentenceOf(one, cli),
    one.nextAt ? tell("repeat.next", { at: one.nextAt.replace("T", " ") }) : "",
    obstacleText(one, cli),
    ...one.accounts.map(({ network, handle }) => `${network}:${handle}`),
    ...one.texts.map((text, index) => `${index + 1}. ${text}`),
    one.id,
  ]
    .filter(Boolean)
    .join("\n");
}

function several(value: string, before: string[] = []): string[] {
  return [...before, value];
}
