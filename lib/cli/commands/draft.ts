import type { Command } from "commander";
import { z } from "zod";

import { discardPost } from "../../deliveries/discard-post.ts";
import type { Context } from "../../kernel/context.ts";
import type { OptionValues } from "../../networks/contract/post-options.ts";
import type { SaveDraftInput } from "../../posts/input.ts";
import type { PostPart } from "../../posts/post.ts";
import { saveDraft } from "../../posts/save-draft.ts";
import { showPost } from "../../posts/show-post.ts";
import { granted } from "../../transports/refused-command.ts";
import { chooseAccount } from "../choose-account.ts";
import type { CommandContext } from "../command-context.ts";
import { disclosureGiven, optionsGiven, withPostOptions } from "../post-options.ts";
import { stageNamed } from "../schedule.ts";

const draftOptions = z.object({
  account: z.array(z.string()).optional(),
  stage: z.string().optional(),
  text: z.string().optional(),
  threadPart: z.array(z.string()).optional(),
  version: z.coerce.number().int().optional(),
  option: z.array(z.string()).default([]),
  ai: z.enum(["assisted", "generated"]).optional(),
  paid: z.boolean().optional(),
});

/** `post draft`, `post edit` and `post delete`: commands for posts that are not scheduled. */
export function addDraftCommands(post: Command, { tell, inWorkspace }: CommandContext): void {
  withContent(post.command("draft").description(tell("cli.help.post-draft")), tell).action(
    inWorkspace(async (ctx, command) => {
      const saved = granted(await saveDraft(ctx, await contentOf(ctx, command, nothing)));
      const { id, version } = saved;
      return { json: { id, version }, text: tell("cli.done.drafted", { postId: id }) };
    }),
  );
  withContent(post.command("edit <id>").description(tell("cli.help.post-edit")), tell)
    .option("--version <number>", tell("cli.help.version"))
    .action(
      inWorkspace(async (ctx, command) => {
        const before = await showPost(ctx, command.args[0] ?? "");
        const content = await contentOf(ctx, command, before);
        const saved = granted(await saveDraft(ctx, { ...content, postId: before.id }));
        const { id, version } = saved;
        return { json: { id, version }, text: tell("cli.done.edited", { postId: id }) };
      }),
    );
  post
    .command("delete <id>")
    .description(tell("cli.help.post-delete"))
    .option("--version <number>", tell("cli.help.version"))
    .action(
      inWorkspace(async (ctx, command) => {
        const { id: postId, state, version: now } = await showPost(ctx, command.args[0] ?? "");
        const { version = now } = draftOptions.pick({ version: true }).parse(command.opts());
        granted(await discardPost(ctx, { postId, version, wasScheduled: state === "scheduled" }));
        return { json: { postId }, text: tell("cli.done.deleted", { postId }) };
      }),
    );
}

function withContent(command: Command, tell: CommandContext["tell"]): Command {
  const several = (value: string, before: string[] = []) => [...before, value];
  return withPostOptions(command, tell)
    .option("--account <id or handle>", tell("cli.help.repeatable"), several)
    .option("--stage <key>")
    .option("--text <text>")
    .option("--thread-part <text>", tell("cli.help.repeatable"), several);
}

const nothing = {
  parts: [],
  versions: [],
  stageId: null,
  language: null,
  disclosure: null,
  version: undefined,
};

type Before = Pick<
  Awaited<ReturnType<typeof showPost>>,
  "parts" | "versions" | "stageId" | "language" | "disclosure"
> & {
  readonly version: number | undefined;
};

/** Options that are not given keep their values. */
async function contentOf(ctx: Context, command: Command, before: Before) {
  const given = draftOptions.parse(command.opts());
  const { account, stage, version } = given;
  const chosen = account && (await Promise.all(account.map((name) => chooseAccount(ctx, name))));
  const kept = before.versions.flatMap(({ accountId, parts }) =>
    parts ? [[accountId, parts.map(asInput)] as const] : [],
  );
  return {
    stageId: stage === undefined ? before.stageId : await stageNamed(ctx, stage),
    accountIds: chosen?.map(({ id }) => id) ?? before.versions.map(({ accountId }) => accountId),
    parts: partsOf(given, before),
    versions: Object.fromEntries(kept),
    options: await optionsGiven(ctx, given.option, optionsOf(before)),
    disclosure: disclosureGiven(given, before.disclosure),
    language: before.language,
    version: version ?? before.version,
  };
}

function partsOf(
  { text, threadPart }: z.infer<typeof draftOptions>,
  before: Before,
): SaveDraftInput["parts"] {
  const [first = { text: "", images: [] }, ...rest] = before.parts.map(asInput);
  return [
    { ...first, text: text ?? first.text },
    ...(threadPart?.map((words) => ({ text: words, images: [] })) ?? rest),
  ];
}

function optionsOf({ versions }: Before): Record<string, OptionValues> {
  return Object.fromEntries(
    versions.flatMap(({ accountId, options }) => (options ? [[accountId, options] as const] : [])),
  );
}

function asInput({ images, video, poll, ...rest }: PostPart): SaveDraftInput["parts"][number] {
  return {
    ...rest,
    images: [...images],
    video: video && { ...video },
    poll: poll && { ...poll, options: [...poll.options] },
  };
}
