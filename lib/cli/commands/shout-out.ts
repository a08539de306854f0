import type { Command } from "commander";
import { z } from "zod";

import { chooseWording, listWordings } from "../../advocacy/choose-wording.ts";
import { quietThanksInput } from "../../advocacy/input.ts";
import { listJoinIn } from "../../advocacy/list-join-in.ts";
import { listShoutOuts, type Suggestion } from "../../advocacy/list-shout-outs.ts";
import type { QuietSuggestion } from "../../advocacy/quiet-thanks.ts";
import { quietWays } from "../../advocacy/recognition-kinds.ts";
import { scheduleShoutOut } from "../../advocacy/schedule-shout-out.ts";
import { neededOfEach, showUplift } from "../../advocacy/show-uplift.ts";
import { thankQuietly } from "../../advocacy/thank-quietly.ts";
import { granted } from "../../transports/refused-command.ts";
import { changeWorkspace } from "../../workspaces/change-workspace.ts";
import type { CommandContext } from "../command-context.ts";
import { handNotesText } from "../hand-notes-text.ts";
import { localTime } from "../local-time.ts";
import { momentOf } from "../schedule.ts";
import { table } from "../table.ts";

const options = z.object({
  at: z.string().optional(),
  now: z.boolean().default(false),
  text: z.string().min(1).optional(),
});

export function addShoutOutCommands(program: Command, { tell, inWorkspace }: CommandContext): void {
  addListCommand(program, { tell, inWorkspace });
  addJoinInCommand(program, { tell, inWorkspace });
  const one = program.command("shout-out").description(tell("cli.help.shout-out"));
  addThankCommand(one, { tell, inWorkspace });
  addUpliftCommand(one, { tell, inWorkspace });
  one
    .command("accept <id>")
    .description(tell("cli.help.shout-out-accept"))
    .option("--at <time>", "2026-12-01 09:00")
    .option("--now", tell("cli.help.now"))
    .option("--text <text>", tell("cli.help.own-text"))
    .action(
      inWorkspace(async (ctx, command) => {
        const { text, ...moment } = options.parse(command.opts());
        const [shoutOutId, when] = [command.args[0] ?? "", momentOf(moment)];
        const planned = await scheduleShoutOut(ctx, { shoutOutId, text, when });
        const { postId, publishAt, deliveries, byHand } = granted(planned);
        const at = await localTime(ctx, publishAt);
        const deliveryIds = deliveries.map(({ id }) => id);
        const scheduled = tell("cli.done.scheduled", { postId, at });
        return {
          json: { shoutOutId, postId, publishAt, deliveryIds, byHand },
          text: scheduled + (await handNotesText(ctx, tell, byHand)),
        };
      }),
    );
}

function addListCommand(
  program: Command,
  { tell, inWorkspace }: Pick<CommandContext, "tell" | "inWorkspace">,
): void {
  const list = program.command("shout-outs").description(tell("cli.help.shout-outs"));
  addDraftCommand(list, { tell, inWorkspace });
  list.action(
    inWorkspace(async (ctx) => {
      const { suggestions, quiet, heldBack } = await listShoutOuts(ctx);
      const shown = suggestions.map(shownSuggestion);
      const held = heldBack.map(({ person, reason }) => ({
        personId: person.id,
        person: person.displayName,
        reason,
      }));
      const rows = shown.map(({ id, person, moment, score, text }) => [
        id,
        person,
        moment,
        score.toFixed(0),
        text,
      ]);
      const shownTable = table(["ID", "WHOM", "MOMENT", "SCORE", "DRAFT"], rows);
      const heldList = table(
        ["HELD", "BECAUSE"],
        held.map(({ person, reason }) => [person, tell(`shout-outs.held.${reason}`)]),
      );
      const text = held.length === 0 ? shownTable : `${shownTable}\n\n${heldList}`;
      return { json: { suggested: shown, withoutNetwork: quiet.map(shownQuiet), held }, text };
    }),
  );
}

/** Adds the command that lists all wordings of a shout-out; `--tone` chooses one. */
function addDraftCommand(
  group: Command,
  { tell, inWorkspace }: Pick<CommandContext, "tell" | "inWorkspace">,
): void {
  group
    .command("draft <id>")
    .description(tell("cli.help.shout-outs-draft"))
    .option("--tone <tone>", tell("cli.help.shout-outs-draft-tone"))
    .action(
      inWorkspace(async (ctx, command) => {
        const { tone } = z.object({ tone: z.string().optional() }).parse(command.opts());
        const shoutOutId = command.args[0] ?? "";
        const { wordings, shoutOut } = granted(await listWordings(ctx, { shoutOutId }));
        const draft =
          tone === undefined
            ? shoutOut.draft
            : granted(await chooseWording(ctx, { shoutOutId, wording: tone }));
        const rows = wordings.map(({ key, text }) => [key === draft.wording ? "*" : "", key, text]);
        return {
          json: { id: shoutOutId, ...draft, wordings },
          text: table(["", "TONE", "DRAFT"], rows),
        };
      }),
    );
}

function addThankCommand(
  group: Command,
  { tell, inWorkspace }: Pick<CommandContext, "tell" | "inWorkspace">,
): void {
  group
    .command("thank <person>")
    .description(tell("cli.help.shout-out-thank"))
    .requiredOption("--way <way>", quietWays.join(" | "))
    .option("--to <address>")
    .option("--text <text>", tell("cli.help.own-text"))
    .action(
      inWorkspace(async (ctx, command) => {
        const input = quietThanksInput.parse({ ...command.opts(), personId: command.args[0] });
        const { id, personId, kind, at } = granted(await thankQuietly(ctx, input));
        return { json: { id, personId, kind, at }, text: id };
      }),
    );
}

function addJoinInCommand(
  program: Command,
  { tell, inWorkspace }: Pick<CommandContext, "tell" | "inWorkspace">,
): void {
  program
    .command("join-in")
    .description(tell("cli.help.join-in"))
    .option("--limit <number>")
    .action(
      inWorkspace(async (ctx, command) => {
        const { limit } = z.object({ limit: z.string().optional() }).parse(command.opts());
        const { entries, held, more } = await listJoinIn(ctx, { limit });
        const shown = entries.map(({ touchpoint, person, ...entry }) => ({
          touchpointId: touchpoint.id,
          personId: person.id,
          person: person.displayName,
          type: touchpoint.type,
          at: touchpoint.occurredAt,
          text: touchpoint.text,
          url: touchpoint.url,
          ...entry,
        }));
        const rows = shown.map(({ person, type, text, canAnswer, canAppreciate }) => [
          person,
          type,
          [canAnswer ? "answer" : "", canAppreciate ? "like, repost" : ""]
            .filter(Boolean)
            .join(", "),
          text ?? "",
        ]);
        const json = { entries: shown, held, hasMore: more !== undefined };
        return { json, text: table(["WHO", "WHAT", "WAYS", "WORDS"], rows) };
      }),
    );
}

/**
 * Adds the command that shows the measured effect of thanks; `--share` sets the percentage of people held
 * out.
 */
function addUpliftCommand(
  group: Command,
  { tell, inWorkspace }: Pick<CommandContext, "tell" | "inWorkspace">,
): void {
  group
    .command("uplift")
    .description(tell("cli.help.shout-out-uplift"))
    .option("--share <percent>", tell("cli.help.uplift-share"))
    .action(
      inWorkspace(async (ctx, command) => {
        const share: unknown = command.opts()["share"];
        if (share !== undefined) {
          const settings = { heldOutPercent: Number(share) };
          granted(await changeWorkspace(ctx, { settings }));
        }
        const uplift = await showUplift(ctx);
        const json = { ...uplift, effect: uplift.effect ?? null, neededOfEach };
        return { json, text: JSON.stringify(json, null, 2) };
      }),
    );
}

function shownQuiet({ person, moment, draft, utility }: QuietSuggestion) {
  return {
    personId: person.id,
    person: person.displayName,
    moment: moment?.kind ?? null,
    utility,
    ...draft,
    ways: quietWays,
  };
}

function shownSuggestion({
  shoutOut,
  person,
  identity,
  account,
  moment,
  act,
  consent,
}: Suggestion) {
  const { id, kind, status, score, utility, lines, draft, needsCheck, createdAt } = shoutOut;
  return {
    id,
    kind,
    status,
    personId: person.id,
    person: person.displayName,
    handle: `${identity.network}:${identity.handle}`,
    account: `${account.network}:${account.handle}`,
    moment: moment?.kind ?? null,
    actId: act?.id ?? null,
    act: act?.type ?? null,
    score,
    utility,
    lines,
    language: draft.language,
    text: draft.text,
    wording: draft.wording ?? null,
    needsCheck,
    consent,
    createdAt,
  };
}
