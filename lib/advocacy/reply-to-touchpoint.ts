import { showTouchpoint } from "../engagement/list-touchpoints.ts";
import type { TouchpointInList } from "../engagement/touchpoint-list.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { Connector } from "../networks/contract/connector.ts";
import { lockPeople } from "../people/lock-people.ts";
import { saveDraftInput } from "../posts/input.ts";
import { insertWords } from "../posts/save-draft.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { Workspace } from "../workspaces/workspace.ts";
import { advocacyStageOf } from "./accept-shout-out.ts";
import { draftFor } from "./draft.ts";
import { refusedThanks } from "./find-hold.ts";
import { findStandingHolds } from "./find-standing-holds.ts";
import { listAnswers } from "./join-in-repository.ts";

/**
 * Creates a draft that answers a person's post, to be finished, scheduled and sent like any other post.
 * Returns the existing post if there is one.
 */
export async function replyToTouchpoint(
  ctx: Context,
  { touchpointId }: { touchpointId: string },
): Promise<Result<{ postId: string }, "held-back" | "cannot-answer-there">> {
  requireRole(ctx, "editor");
  const found = await showTouchpoint(ctx, touchpointId);
  if (!found) throw new NotFound("touchpoint", touchpointId);
  const { touchpoint, person } = found;
  const { holds, persons } = await findStandingHolds(ctx, [person.id]);
  const reason = holds.get(person.id);
  if (reason) return refusedThanks({ name: person.displayName, reason });
  const connector = ctx.networks.find(touchpoint.channel);
  const accountId = touchpoint.replyTarget === null ? null : touchpoint.accountId;
  if (!connector?.abilities.canReply || accountId === null)
    return refused("cannot-answer-there", { network: touchpoint.channel });
  const language = persons.get(person.id)?.language?.startsWith("nl") ? "nl" : "en";
  const workspace = await showWorkspace(ctx);
  const { timeZone } = workspace;
  const text = wordsFor(connector, found, { language, workspace });
  const stageId = await advocacyStageOf(ctx);
  const draft = saveDraftInput.parse({
    stageId,
    accountIds: [accountId],
    parts: [{ text }],
    language,
    replyToTouchpointId: touchpointId,
  });
  return ctx.transact(async (tx) => {
    await lockPeople(tx, ctx, [person.id]);
    const [known] = await listAnswers(tx, ctx.workspaceId, [touchpointId]);
    if (known) return ok({ postId: known.id });
    const { id } = await insertWords(tx, ctx, { draft, timeZone });
    return ok({ postId: id });
  });
}

function wordsFor(
  connector: Connector,
  { identity, touchpoint }: TouchpointInList,
  { language, workspace }: { readonly language: "en" | "nl"; readonly workspace: Workspace },
): string {
  const { text } = draftFor({
    kind: "own-initiative",
    language,
    mention: connector.mention(identity.handle) ?? identity.displayName,
    words: null,
    stars: null,
    isToThem: true,
    limits: connector.limits,
    brand: workspace.name,
    seed: touchpoint.id,
  });
  return text;
}
