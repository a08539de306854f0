import type { Command } from "commander";

import { closeReasons } from "../../advocacy/case-reasons.ts";
import { closeCaseInput } from "../../advocacy/input.ts";
import { listCases } from "../../advocacy/list-cases.ts";
import { closeCase } from "../../projector/close-case.ts";
import { granted } from "../../transports/refused-command.ts";
import type { CommandContext } from "../command-context.ts";
import { table } from "../table.ts";

/** Commands that list and close open complaints. */
export function addCaseCommands(program: Command, { tell, inWorkspace }: CommandContext): void {
  const group = program.command("case").description(tell("cli.help.case"));
  group
    .command("list")
    .description(tell("cli.help.case-list"))
    .action(
      inWorkspace(async (ctx) => {
        const cases = (await listCases(ctx)).map(({ person, touchpointId, since }) => ({
          personId: person.id,
          person: person.displayName,
          touchpointId,
          since,
        }));
        const rows = cases.map(({ personId, person, since }) => [
          personId,
          person,
          since.toISOString(),
        ]);
        return { json: cases, text: table(["PERSON", "WHO", "SINCE"], rows) };
      }),
    );
  group
    .command("close <person>")
    .description(tell("cli.help.case-close"))
    .requiredOption("--reason <reason>", closeReasons.join(" | "))
    .action(
      inWorkspace(async (ctx, command) => {
        const input = closeCaseInput.parse({ ...command.opts(), personId: command.args[0] });
        const { id, occurredAt } = granted(await closeCase(ctx, input));
        return { json: { ...input, touchpointId: id, at: occurredAt }, text: id };
      }),
    );
}
