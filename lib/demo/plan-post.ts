import { schedulePost } from "../deliveries/schedule-post.ts";
import { uploadMedia } from "../media/upload-media.ts";
import { saveDraft } from "../posts/save-draft.ts";
import { knittingPicture } from "./knitting.ts";
import { must } from "./must.ts";
import type { PlannedPost } from "./past-posts.ts";
import type { Workshop } from "./workshop.ts";

/** Writes a post and puts it on the calendar; `at` is wall-clock time. */
export async function planPost(
  { ctx, account, stageIds }: Workshop,
  { stage, text, language, picture }: PlannedPost,
  at: string,
): Promise<void> {
  const images = picture ? [await hang(ctx, picture)] : [];
  const draft = must(
    await saveDraft(ctx, {
      stageId: stageIds.get(stage) ?? null,
      accountIds: [account.id],
      parts: [{ text, images }],
      language: language ?? "nl",
    }),
  );
  must(await schedulePost(ctx, { postId: draft.id, when: { kind: "wall-clock", at } }));
}

async function hang(ctx: Workshop["ctx"], { colour, alt }: NonNullable<PlannedPost["picture"]>) {
  const bytes = await knittingPicture(colour);
  const medium = must(await uploadMedia(ctx, { bytes, fileName: `${colour}.jpg` }));
  return { mediaId: medium.id, alt };
}
