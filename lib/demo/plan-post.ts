import { schedulePost } from "../deliveries/schedule-post.ts";
import { uploadMedia } from "../media/upload-media.ts";
import { saveDraft } from "../posts/save-draft.ts";
import type { DemoContext } from "./demo-context.ts";
import { knittingPicture } from "./knitting.ts";
import type { PlannedPost } from "./past-posts.ts";
import { valueOf } from "./value-of.ts";

/** Creates and schedules a post; `at` is wall-clock time. */
export async function planPost(
  { ctx, account, stageIds }: DemoContext,
  { stage, text, language, picture }: PlannedPost,
  at: string,
): Promise<void> {
  const images = picture ? [await hang(ctx, picture)] : [];
  const draft = valueOf(
    await saveDraft(ctx, {
      stageId: stageIds.get(stage) ?? null,
      accountIds: [account.id],
      parts: [{ text, images }],
      language: language ?? "nl",
    }),
  );
  valueOf(await schedulePost(ctx, { postId: draft.id, when: { kind: "wall-clock", at } }));
}

async function hang(ctx: DemoContext["ctx"], { colour, alt }: NonNullable<PlannedPost["picture"]>) {
  const bytes = await knittingPicture(colour);
  const medium = valueOf(await uploadMedia(ctx, { bytes, fileName: `${colour}.jpg` }));
  return { mediaId: medium.id, alt };
}
