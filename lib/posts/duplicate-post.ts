import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PostIdInput } from "./input.ts";
import { isEmptyDraft, type PostWithVersions } from "./post.ts";
import { insertDraft, proveDraft } from "./save-draft.ts";
import { showPost } from "./show-post.ts";

/**
 * Creates a draft with the same content, without the shout-out or the touchpoint that the original answers.
 */
export async function duplicatePost(
  ctx: Context,
  { postId }: PostIdInput,
): Promise<Result<PostWithVersions, "nothing-written">> {
  requireRole(ctx, "editor");
  const { stageId, parts, language, versions, disclosure } = await showPost(ctx, postId);
  const own = versions.flatMap((version) =>
    version.parts ? [[version.accountId, copyOf(version.parts)] as const] : [],
  );
  const options = versions.map(
    ({ accountId, options: values }) => [accountId, { ...values }] as const,
  );
  const proven = await proveDraft(ctx, {
    stageId,
    language,
    parts: copyOf(parts),
    accountIds: versions.map((version) => version.accountId),
    versions: Object.fromEntries(own),
    options: Object.fromEntries(options),
    disclosure,
  });
  if (isEmptyDraft(proven.draft)) return refused("nothing-written");
  return ctx.transact(async (tx) => ok(await insertDraft(tx, ctx, proven)));
}

function copyOf(parts: PostWithVersions["parts"]) {
  return parts.map(({ text, images, video, poll, warning, visibility }) => ({
    text,
    images: images.map((image) => ({ ...image })),
    video: video && { ...video },
    poll: poll && { ...poll, options: [...poll.options] },
    warning,
    visibility,
  }));
}
