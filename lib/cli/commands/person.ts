import type { Command } from "commander";
import { z } from "zod";

import type { Context } from "../../kernel/context.ts";
import { erasePerson } from "../../people/erase-person.ts";
import { exportPerson } from "../../people/export-person.ts";
import { erasePersonInput } from "../../people/input.ts";
import { listPeople } from "../../people/list-people.ts";
import { granted } from "../../transports/refused-command.ts";
import { viewPerson } from "../../views/person.ts";
import { listStages } from "../../workspaces/list-stages.ts";
import type { CommandContext } from "../command-context.ts";
import { standingLabel } from "../stage-label.ts";
import { table } from "../table.ts";
import { addMergeCommands } from "./merge.ts";
import { shownTouchpoint } from "./touchpoint.ts";

const options = z.object({
  search: z.string().optional(),
  limit: z.string().default("200"),
});

export function addPersonCommands(program: Command, { tell, inWorkspace }: CommandContext): void {
  program
    .command("people")
    .description(tell("cli.help.people"))
    .option("--search <text>")
    .option("--limit <number>")
    .action(
      inWorkspace(async (ctx, command) => {
        const { search, limit } = options.parse(command.opts());
        const people = await peopleOf(ctx, { limit, ...(search && { search }) });
        const stages = await listStages(ctx);
        const rows = people.map((one) => [
          one.id,
          one.name,
          one.handles.join(", "),
          standingLabel(stages, one, tell),
          one.touchpoints,
        ]);
        const text = table(["ID", "NAME", "HANDLES", "STAGE", "TOUCHPOINTS"], rows);
        return { json: people, text };
      }),
    );
  const person = program.command("person").description(tell("cli.help.person"));
  addPrivacyCommands(person, { tell, inWorkspace });
  addMergeCommands(person, { tell, inWorkspace });
  person
    .command("show <id>")
    .description(tell("cli.help.person-show"))
    .action(
      inWorkspace(async (ctx, command) => {
        const person = await inFull(ctx, command.args[0] ?? "");
        return { json: person, text: JSON.stringify(person, null, 2) };
      }),
    );
}

/** Adds commands for privacy requests: export and erase. */
function addPrivacyCommands(
  person: Command,
  { tell, inWorkspace }: Pick<CommandContext, "tell" | "inWorkspace">,
): void {
  person
    .command("export <id>")
    .description(tell("cli.help.person-export"))
    .action(
      inWorkspace(async (ctx, command) => {
        const found = await exportPerson(ctx, command.args[0] ?? "");
        return { json: found, text: JSON.stringify(found, null, 2) };
      }),
    );
  person
    .command("erase <id>")
    .description(tell("cli.help.person-erase"))
    .option("--published <keep or remove>", tell("cli.help.person-erase-published"), "keep")
    .action(
      inWorkspace(async (ctx, command) => {
        const [personId = ""] = command.args;
        const publishedPosts: unknown = command.opts()["published"];
        const asked = erasePersonInput.parse({ personId, publishedPosts });
        const erased = granted(await erasePerson(ctx, asked));
        return { json: { personId, ...erased }, text: tell("cli.done.erased", { personId }) };
      }),
    );
}

async function peopleOf(ctx: Context, filter: { search?: string; limit: string }) {
  const [{ people }, stages] = [await listPeople(ctx, filter), await listStages(ctx)];
  return people.map(
    ({ person, identities, primaryStageId, isAway, isDeciding, touchpointCount }) => ({
      id: person.id,
      name: person.displayName,
      role: person.role,
      handles: identities.map(({ network, handle }) => `${network}:${handle}`),
      stage: stages.find(({ id }) => id === primaryStageId)?.key ?? null,
      isAway,
      isDeciding,
      touchpoints: touchpointCount,
      lastSeenAt: person.lastSeenAt,
    }),
  );
}

async function inFull(ctx: Context, asked: string) {
  const { shown, journey, page, merges } = await viewPerson(ctx, asked, { limit: 500 });
  const { person, identities, standing } = shown;
  const { stages, belief, moves } = journey;
  const keyOf = (stageId: string | null | undefined) =>
    stages.find(({ id }) => id === stageId)?.key ?? null;
  return {
    id: person.id,
    name: person.displayName,
    role: person.role,
    language: person.language,
    doNotThank: person.doNotThank,
    note: person.note,
    identities: identities.map(({ network, remoteId, handle, url }) => ({
      network,
      remoteId,
      handle,
      url,
    })),
    merged: merges.merged.map(({ id, displayName, mergedAt }) => ({
      id,
      name: displayName,
      mergedAt,
    })),
    notTheSame: merges.notTheSame,
    consents: standing,
    stage: keyOf(belief?.primaryStageId),
    secondStage: keyOf(belief?.secondaryStageId),
    isAway: belief?.isAway ?? false,
    isDeciding: belief?.isDeciding ?? false,
    moves: moves.map(({ kind, at, fromStageId, toStageId, causeTouchpointId }) => ({
      kind,
      at,
      from: keyOf(fromStageId),
      to: keyOf(toStageId),
      causeTouchpointId,
    })),
    touchpoints: page.touchpoints.map((each) => shownTouchpoint(each, stages)),
  };
}
