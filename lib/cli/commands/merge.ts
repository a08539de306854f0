import type { Command } from "commander";

import { mergeInput, mergeSuggestionsInput, twoPeopleInput } from "../../people/input.ts";
import { vetoMerge, withdrawVeto } from "../../people/merge-veto.ts";
import { listMergeSuggestions, type MergeSuggestion } from "../../people/suggest-merges.ts";
import { mergePeople } from "../../projector/merge-people.ts";
import { unmergePeople } from "../../projector/unmerge-people.ts";
import { granted } from "../../transports/refused-command.ts";
import type { CommandContext } from "../command-context.ts";
import { table } from "../table.ts";

type Tools = Pick<CommandContext, "tell" | "inWorkspace">;

/** Commands for duplicates: suggest, merge, declare different, and unmerge. */
export function addMergeCommands(person: Command, { tell, inWorkspace }: Tools): void {
  addSuggestionsCommand(person, { tell, inWorkspace });
  person
    .command("merge <id> <other>")
    .description(tell("cli.help.person-merge"))
    .action(
      inWorkspace(async (ctx, command) => {
        const [personId, otherId] = command.args;
        const input = mergeInput.parse({ personId, otherId });
        const merged = granted(await mergePeople(ctx, input));
        return { json: merged, text: tell("cli.done.merged", merged) };
      }),
    );
  person
    .command("unmerge <id>")
    .description(tell("cli.help.person-unmerge"))
    .action(
      inWorkspace(async (ctx, command) => {
        const [personId = ""] = command.args;
        const parted = granted(await unmergePeople(ctx, { personId }));
        return { json: parted, text: tell("cli.done.unmerged", parted) };
      }),
    );
  person
    .command("not-same <id> <other>")
    .description(tell("cli.help.person-not-same"))
    .option("--undo", tell("cli.help.person-not-same-undo"))
    .action(
      inWorkspace(async (ctx, command) => {
        const [personId, otherId] = command.args;
        const input = twoPeopleInput.parse({ personId, otherId });
        const isUndone = command.opts()["undo"] === true;
        const both = granted(await (isUndone ? withdrawVeto : vetoMerge)(ctx, input));
        return {
          json: { ...both, isUndone },
          text: tell("cli.done.not-same", { isUndone: isUndone ? "yes" : "no" }),
        };
      }),
    );
}

function addSuggestionsCommand(person: Command, { tell, inWorkspace }: Tools): void {
  person
    .command("suggestions")
    .description(tell("cli.help.person-suggestions"))
    .option("--limit <number>")
    .option("--after <next>")
    .action(
      inWorkspace(async (ctx, command) => {
        const input = mergeSuggestionsInput.parse(command.opts());
        const { suggestions, next } = await listMergeSuggestions(ctx, input);
        const shown = suggestions.map(shownSuggestion);
        const rows = shown.map(({ person: one, other, confidence, reasons }) => [
          `${one.name} (${one.id})`,
          `${other.name} (${other.id})`,
          confidence,
          reasons.join(", "),
        ]);
        const text = table(["WHO", "MAY ALSO BE", "CONFIDENCE", "BECAUSE"], rows);
        return { json: { suggestions: shown, next: next ?? null }, text };
      }),
    );
}

function shownSuggestion(suggestion: MergeSuggestion) {
  const { person, other, identities, otherIdentities, reasons, confidence } = suggestion;
  const shown = (one: typeof person, known: typeof identities) => ({
    id: one.id,
    name: one.displayName,
    handles: known.map(({ network, handle }) => `${network}:${handle}`),
  });
  return {
    person: shown(person, identities),
    other: shown(other, otherIdentities),
    confidence,
    reasons,
  };
}
