import { getTranslations } from "next-intl/server";

import { accountHealth } from "#lib/accounts/account";
import { limitsOf } from "#lib/accounts/limits-of";
import { listAccounts } from "#lib/accounts/list-accounts";
import { listAccountRules } from "#lib/deliveries/account-rules";
import { countPeopleByStage } from "#lib/journey/count-people-by-stage";
import { rules } from "#lib/journey/rules";
import type { Context } from "#lib/kernel/context";
import { addDays, localDay, startOfDay, wallClock } from "#lib/kernel/local-time";
import { connectorFor } from "#lib/networks/registry";
import { nextFreeSlot } from "#lib/posts/free-slot";
import type { PostWithVersions } from "#lib/posts/post";
import { showCalendar } from "#lib/posts/show-calendar";
import { showPost } from "#lib/posts/show-post";
import { listStages } from "#lib/workspaces/list-stages";
import { type Stage, stageFor } from "#lib/workspaces/stage";
import type { Workspace } from "#lib/workspaces/workspace";

import {
  type ComposerAccount,
  type ComposerStage,
  type Draft,
  emptyPart,
} from "../../_components/composer/draft.ts";
import { isKnownStage } from "../../_components/stage/stage-colours.ts";
import { stageName } from "../../_components/stage/stage-name.ts";

const horizonDays = 60;

/** Everything the composer shows, as plain data for the browser. */
export async function prepareComposer(
  ctx: Context & { workspace: Workspace },
  wish: { post?: string; at?: string; stage?: string },
) {
  const { timeZone } = ctx.workspace;
  const now = ctx.clock.now();
  const today = localDay(now, timeZone);
  const post = wish.post ? await showPost(ctx, wish.post) : undefined;
  const [accounts, stages, planned] = await Promise.all([
    composerAccounts(ctx, post?.replyToTouchpointId ?? null),
    listStages(ctx),
    showCalendar(ctx, {
      from: startOfDay(addDays(today, -7), timeZone),
      until: startOfDay(addDays(today, horizonDays), timeZone),
    }),
  ]);
  const taken = planned.flatMap(({ id, publishAt, stageId }) =>
    publishAt && id !== post?.id ? [{ at: wallClock(publishAt, timeZone), stageId }] : [],
  );
  const wall = wallClock(now, timeZone);
  const nextFree = Object.fromEntries(
    ["", ...stages.map((stage) => stage.id)].map((id) => [
      id,
      nextFreeSlot(wall, taken, id || null),
    ]),
  );
  const composed = await composerStages(ctx, stages);
  return {
    accounts,
    stages: composed,
    countsAs: countsAs(stages, composed),
    planned: marksOf(planned, stages, post?.id, timeZone),
    start: startOf({ post, wish, accounts, stages, timeZone, fallbackAt: nextFree[""] ?? wall }),
    nextFree,
    now: wall,
    zoneName: timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone,
  };
}

async function composerAccounts(
  ctx: Context,
  replyToTouchpointId: string | null,
): Promise<ComposerAccount[]> {
  const rules = await listAccountRules(ctx, replyToTouchpointId);
  return (await listAccounts(ctx)).map((account) => {
    const { label, isSimulated, abilities, prices } = connectorFor(account.network);
    const { id, network, handle, displayName } = account;
    const { needsPerson } = accountHealth(account, ctx.clock.now());
    return {
      id,
      network,
      networkLabel: label,
      handle,
      displayName,
      isSimulated,
      needsPerson,
      limits: limitsOf(account),
      canMention: abilities.canMention,
      prices,
      toolRules: rules.find((one) => one.id === id)?.toolRules,
    };
  });
}

async function composerStages(ctx: Context, stages: readonly Stage[]): Promise<ComposerStage[]> {
  const [t, people] = await Promise.all([getTranslations("stages"), countPeopleByStage(ctx)]);
  return stages.map((stage) => ({
    id: stage.id,
    key: stage.key,
    name: stageName(stage, t),
    purpose: isKnownStage(stage.key) ? t(`${stage.key}.purpose`) : "",
    proof: isKnownStage(stage.key) ? t(`${stage.key}.proof`) : "",
    people: people.get(stage.id) ?? 0,
  }));
}

/** The kinds of answers that a post most often gets, one or two a stage. */
const usualAnswers = [
  "like",
  "question",
  "price-question",
  "order",
  "support-question",
  "positive-mention",
] as const;

function countsAs(stages: readonly Stage[], named: readonly ComposerStage[]) {
  return usualAnswers.flatMap((rule) => {
    const key = rules[rule].stage;
    const found = key && stageFor(key, stages);
    const stage = found && named.find(({ id }) => id === found.id);
    return stage ? [{ rule, stageKey: stage.key, stageName: stage.name }] : [];
  });
}

function marksOf(
  planned: readonly PostWithVersions[],
  stages: readonly Stage[],
  except: string | undefined,
  timeZone: string,
) {
  return planned.flatMap((post) => {
    const stage = stages.find((one) => one.id === post.stageId);
    if (!stage || !post.publishAt || post.id === except) return [];
    const day = localDay(post.publishAt, timeZone);
    return [{ id: post.id, day, stageKey: stage.key, text: post.parts[0]?.text ?? "" }];
  });
}

function startOf({
  post,
  wish,
  accounts,
  stages,
  timeZone,
  fallbackAt,
}: {
  post: PostWithVersions | undefined;
  wish: { at?: string; stage?: string };
  accounts: readonly ComposerAccount[];
  stages: readonly Stage[];
  timeZone: string;
  fallbackAt: string;
}) {
  const at = post?.publishAt ? wallClock(post.publishAt, timeZone) : wish.at;
  const isChosen = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at ?? "");
  return {
    draft: post
      ? draftOf(post)
      : newDraft(
          accounts,
          stages.find((stage) => stage.key === wish.stage),
        ),
    postId: post?.id,
    isScheduled: post?.state === "scheduled",
    when: {
      kind: isChosen ? ("chosen" as const) : ("next" as const),
      chosenAt: isChosen && at ? at : fallbackAt,
    },
  };
}

function draftOf(post: PostWithVersions): Draft {
  return {
    stageId: post.stageId,
    accountIds: post.versions.map((version) => version.accountId),
    parts: post.parts.length > 0 ? post.parts : [emptyPart],
    versions: Object.fromEntries(
      post.versions.flatMap((version) =>
        version.parts ? [[version.accountId, version.parts]] : [],
      ),
    ),
    language: post.language,
  };
}

/** With one account there is nothing to choose. */
function newDraft(accounts: readonly ComposerAccount[], stage: Stage | undefined): Draft {
  const [only, ...others] = accounts;
  return {
    stageId: stage?.id ?? null,
    accountIds: only && others.length === 0 ? [only.id] : [],
    parts: [emptyPart],
    versions: {},
    language: null,
  };
}
