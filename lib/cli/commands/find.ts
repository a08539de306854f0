import type { Command } from "commander";
import { z } from "zod";

import { postStatuses } from "../../deliveries/post-status.ts";
import { granted } from "../../transports/refused-command.ts";
import { findPlaces } from "../../views/find-places.ts";
import { findEverything } from "../../views/find.ts";
import { listStages } from "../../workspaces/list-stages.ts";
import { chooseAccount } from "../choose-account.ts";
import type { CommandContext } from "../command-context.ts";
import { localTime } from "../local-time.ts";
import { stageNamed } from "../schedule.ts";
import { table } from "../table.ts";

const options = z.object({
  account: z.string().optional(),
  stage: z.string().optional(),
  state: z.enum(postStatuses).optional(),
  limit: z.string().default("20"),
});

export function addFindCommand(program: Command, { tell, inWorkspace }: CommandContext): void {
  program
    .command("find [words...]")
    .description(tell("cli.help.find"))
    .option("--account <id or handle>", tell("cli.help.find-posts"))
    .option("--stage <key>", tell("cli.help.find-posts"))
    .option("--state <state>", tell("cli.help.find-posts"))
    .option("--limit <number>")
    .action(
      inWorkspace(async (ctx, command) => {
        const { account, stage, state, limit } = options.parse(command.opts());
        const search = command.args.join(" ");
        const found = granted(
          await findEverything(ctx, {
            search,
            limit,
            accountId: account && (await chooseAccount(ctx, account)).id,
            stageId: stage && (await stageNamed(ctx, stage)),
            status: state,
          }),
        );
        const stages = await listStages(ctx);
        const isOfPosts = [account, stage, state].some((one) => one !== undefined);
        const pages = isOfPosts ? [] : findPlaces(tell, search);
        const posts = found.posts.map((post) => ({
          ...post,
          stage: stages.find(({ id }) => id === post.stageId)?.key ?? null,
        }));
        const rows = [
          ...pages.map(({ name, page }) => ["page", page, "", name]),
          ...found.people.map(({ id, name, handle }) => ["person", id, handle, name]),
          ...(await Promise.all(
            posts.map(async ({ id, status, publishAt, text }) => [
              "post",
              id,
              [status, publishAt && (await localTime(ctx, publishAt))].filter(Boolean).join(" "),
              text,
            ]),
          )),
        ];
        return {
          json: { pages, people: found.people, posts },
          text: table(["WHAT", "ID", "", "TEXT"], rows),
        };
      }),
    );
}
