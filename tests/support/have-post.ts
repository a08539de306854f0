import { schedulePost, type Scheduled } from "#lib/deliveries/schedule-post";
import type { Context } from "#lib/kernel/context";
import type { OptionValues } from "#lib/networks/contract/post-options";
import type { PostPart } from "#lib/posts/post";
import { saveDraft } from "#lib/posts/save-draft";

interface Content {
  readonly texts?: readonly string[];
  readonly accountIds: readonly string[];
  readonly stageId?: string | null;
  readonly images?: PostPart["images"];
  /** Of each account's network, by account id. */
  readonly options?: Readonly<Record<string, OptionValues>>;
}

/** A draft for these accounts, in the awareness stage unless told otherwise; returns its id. */
export async function havePost(
  ctx: Context,
  {
    texts = ["Hello"],
    accountIds,
    stageId = "stage-awareness",
    images = [],
    options = {},
  }: Content,
): Promise<string> {
  const saved = await saveDraft(ctx, {
    stageId,
    accountIds: [...accountIds],
    options,
    parts: texts.map((text, index) => ({ text, images: index === 0 ? [...images] : [] })),
  });
  if (!saved.ok) throw new Error(saved.refusal);
  return saved.value.id;
}

/** A post that is due at once, or at a time on the workspace's clock. */
export async function haveScheduled(
  ctx: Context,
  content: Content & { at?: string },
): Promise<Scheduled> {
  const postId = await havePost(ctx, content);
  const when = content.at
    ? { kind: "wall-clock" as const, at: content.at }
    : { kind: "now" as const };
  const scheduled = await schedulePost(ctx, { postId, when });
  if (!scheduled.ok) throw new Error(scheduled.refusal);
  return scheduled.value;
}
