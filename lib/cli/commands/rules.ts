import type { Command } from "commander";
import { z } from "zod";

import type { TranslateKnown } from "../../i18n/translator.ts";
import { rulesInput } from "../../journey/rule-input.ts";
import { ruleInWords } from "../../journey/rule-sentence.ts";
import type { Context } from "../../kernel/context.ts";
import { changeRules } from "../../projector/change-rules.ts";
import { previewRules, type RulesPreview, type Shown } from "../../projector/preview-rules.ts";
import { granted } from "../../transports/refused-command.ts";
import { viewRules, type ShownRule } from "../../views/rules.ts";
import type { CommandContext } from "../command-context.ts";
import { readJsonFile } from "../read-json-file.ts";
import { stageLabel } from "../stage-label.ts";
import { table } from "../table.ts";

/** Accepts the output of `rules --json`; its built-in rules are ignored. */
const file = z.object({ ...rulesInput.shape, rules: z.unknown().optional() });

/** Commands that show, preview and change rules. */
export function addRulesCommand(
  program: Command,
  { tell, inWorkspace, terminal }: CommandContext,
): void {
  const rules = program
    .command("rules")
    .description(tell("cli.help.rules"))
    .action(inWorkspace(async (ctx) => shownRules(ctx, tell)));
  rules
    .command("preview <file>")
    .description(tell("cli.help.rules-preview"))
    .action(
      inWorkspace(async (ctx, command) => {
        const given = file.parse(await readJsonFile(terminal, command.args[0] ?? ""));
        const preview = granted(await previewRules(ctx, given));
        return { json: preview, text: shownPreview(preview, tell) };
      }),
    );
  rules
    .command("set <file>")
    .description(tell("cli.help.rules-set"))
    .action(
      inWorkspace(async (ctx, command) => {
        const given = file.parse(await readJsonFile(terminal, command.args[0] ?? ""));
        granted(await changeRules(ctx, given));
        return shownRules(ctx, tell);
      }),
    );
}

async function shownRules(ctx: Context, tell: TranslateKnown) {
  const { version, changed, own, usual } = await viewRules(ctx);
  const told = (one: ShownRule) => {
    const { key, rule, stage, isChanged } = one;
    const { sentence, score } = inWords(one, tell);
    return { key, sentence, score, ...rule, leadsTo: stage?.key ?? null, isChanged };
  };
  const all = [...own, ...usual];
  return {
    json: { version, changed, own: own.map(({ rule }) => rule), rules: all.map(told) },
    text: all
      .map((one) => {
        const { sentence, score } = inWords(one, tell);
        return `${one.key}\n  ${sentence}\n  ${score}`;
      })
      .join("\n"),
  };
}

function inWords({ key, rule, stage, side }: ShownRule, tell: TranslateKnown) {
  const label = stage ? stageLabel(stage, tell) : "";
  const where = side ? `${label}: ${tell(`stages.sides.${side}`)}` : label;
  return ruleInWords(key, rule, where, tell);
}

function shownPreview(preview: RulesPreview, tell: TranslateKnown): string {
  const { rules, moves, examples, ...counts } = preview;
  const where = (shown: Shown) => whereLabel(shown, tell);
  const people = examples.map(({ name, from, to, because }) => [
    name,
    where(from),
    where(to),
    because?.text ?? because?.type,
  ]);
  const warnings = rules
    .filter(({ isNearlyAll }) => isNearlyAll)
    .map(({ key, name }) => tell("cli.rules-nearly-all", { rule: name ?? key }));
  return [
    table(
      ["RULE", "NOW", "THEN"],
      rules
        .filter(({ before, after, name }) => before !== after || name !== null)
        .map(({ key, name, before, after }) => [name ?? key, before, after]),
    ),
    table(
      ["FROM", "TO", "PEOPLE"],
      moves.map((move) => [where(move.from), where(move.to), move.people]),
    ),
    table(["WHO", "FROM", "TO", "BECAUSE OF"], people),
    [tell("cli.rules-preview", counts), ...warnings].join("\n"),
  ].join("\n\n");
}

function whereLabel({ stage, side }: Shown, tell: TranslateKnown): string {
  if (!stage) return tell("people.away");
  const name = stageLabel(stage, tell);
  return side ? `${name}: ${tell(`stages.sides.${side}`)}` : name;
}
