import type { Command } from "commander";

import { shownState } from "../../deliveries/post-status.ts";
import type { Context } from "../../kernel/context.ts";
import { type PostView, viewPost, viewPosts } from "../../views/post.ts";
import type { CommandContext } from "../command-context.ts";
import { handNotesText } from "../hand-notes-text.ts";
import { type DeliveryHistory, deliveryHistories } from "../history-text.ts";
import { localTime } from "../local-time.ts";
import { withPostOptions } from "../post-options.ts";
import { schedule, scheduleOptions } from "../schedule.ts";
import { table } from "../table.ts";
import { addChangeCommand } from "./change.ts";
import { shownDelivery } from "./delivery.ts";
import { addDraftCommands } from "./draft.ts";
import { addPostListCommands } from "./post-lists.ts";

export function addPostCommands(program: Command, cli: CommandContext): void {
  const { tell, inWorkspace, terminal } = cli;
  const post = program.command("post").description(tell("cli.help.post"));
  withPostOptions(post.command("schedule"), tell)
    .description(tell("cli.help.post-schedule"))
    .requiredOption("--account <id or handle>", tell("cli.help.repeatable"), several)
    .requiredOption("--stage <key>")
    .option("--text <text>")
    .option("--thread-part <text>", tell("cli.help.repeatable"), several)
    .option("--media <file>", tell("cli.help.repeatable"), several)
    .option("--alt <text>", tell("cli.help.alt"), several)
    .option("--video <file>", tell("cli.help.video"))
    .option("--video-alt <text>", tell("cli.help.video-alt"))
    .option("--poll <choice>", tell("cli.help.poll"), several)
    .option("--poll-minutes <number>", tell("cli.help.poll-minutes"))
    .option("--poll-multiple", tell("cli.help.poll-multiple"))
    .option("--warning <text>", tell("cli.help.warning"))
    .option("--visibility <readers>", "public, unlisted, followers, mentioned")
    .option("--at <time>", "2026-12-01 09:00")
    .option("--now", tell("cli.help.now"))
    .option("--next-slot", tell("cli.help.next-slot"))
    .action(
      inWorkspace(async (ctx, command) => {
        const given = scheduleOptions.parse(command.opts());
        const { postId, publishAt, byHand } = await schedule(ctx, given, terminal);
        const at = await localTime(ctx, publishAt);
        return {
          json: { ...(await inFull(ctx, cli, postId)).json, byHand },
          text:
            tell("cli.done.scheduled", { postId, at }) + (await handNotesText(ctx, tell, byHand)),
        };
      }),
    );
  addDraftCommands(post, cli);
  addChangeCommand(post, cli);
  addPostListCommands(post, cli);
  post.command("list").description(tell("cli.help.post-list")).action(inWorkspace(list));
  post
    .command("show <id>")
    .description(tell("cli.help.post-show"))
    .action(
      inWorkspace(async (ctx, command) => {
        return inFull(ctx, cli, command.args[0] ?? "");
      }),
    );
}

async function list(ctx: Context) {
  const shown = (await viewPosts(ctx)).map(summary);
  const rows = await Promise.all(
    shown.map(async ({ id, status, stage, publishAt, text }) => [
      id,
      status,
      stage,
      publishAt && (await localTime(ctx, publishAt)),
      text,
    ]),
  );
  return { json: shown, text: table(["ID", "STATUS", "STAGE", "AT", "TEXT"], rows) };
}

/** Returns a post with its deliveries and their histories. */
async function inFull(ctx: Context, cli: CommandContext, postId: string) {
  const view = await viewPost(ctx, postId);
  const { post, accounts } = view;
  const tried = view.deliveries.map(({ delivery }) => delivery);
  const histories = await deliveryHistories(ctx, cli, tried);
  const found = {
    ...summary(view),
    parts: post.parts,
    versions: post.versions.flatMap(({ accountId, parts }) =>
      parts ? [{ accountId, parts }] : [],
    ),
    options: Object.fromEntries(
      post.versions.flatMap(({ accountId, options }) => (options ? [[accountId, options]] : [])),
    ),
    disclosure: post.disclosure,
    deliveries: histories.map(({ delivery, steps }) => ({
      ...shownDelivery(delivery, accounts),
      history: steps,
    })),
  };
  const at = post.publishAt ? await localTime(ctx, post.publishAt) : "";
  return { json: found, text: textOf(found, at, histories, cli) };
}

/** Formats a post as text with the history of each delivery. */
function textOf(
  {
    id,
    status,
    text,
    deliveries,
  }: Pick<ReturnType<typeof summary>, "id" | "status" | "text"> & {
    deliveries: readonly ReturnType<typeof shownDelivery>[];
  },
  at: string,
  histories: readonly DeliveryHistory[],
  { tell }: CommandContext,
): string {
  const head = [id, tell(`delivery.status.${status}`), at].filter(Boolean).join("  ");
  const history = histories.flatMap(({ delivery, lines }) => {
    const account = deliveries.find((one) => one.id === delivery.id)?.account ?? "";
    const part = delivery.partCount > 1 ? ` ${delivery.part}/${delivery.partCount}` : "";
    const state = tell(`delivery.states.${shownState(delivery)}`);
    return ["", [`${account}${part}`, state, delivery.url].filter(Boolean).join("  "), ...lines];
  });
  return [head, text, ...history].join("\n");
}

function summary({ post, stage, status }: Pick<PostView, "post" | "stage" | "status">) {
  const { id, version, publishAt, timeZone, shoutOutId } = post;
  return {
    id,
    version,
    status,
    stage: stage?.key ?? null,
    publishAt,
    timeZone,
    text: post.parts[0]?.text ?? "",
    accountIds: post.versions.map(({ accountId }) => accountId),
    shoutOutId,
  };
}

function several(value: string, before: string[] = []): string[] {
  return [...before, value];
}
