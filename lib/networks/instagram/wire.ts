import { z } from "zod";

/** Ids come as text or number; a number that JavaScript cannot represent exactly is rejected. */
const id = z.union([z.string(), z.int().max(Number.MAX_SAFE_INTEGER)]).transform(String);

export const idAnswer = z.object({ id });

export const profileAnswer = z.object({
  id,
  /** The id to post with if the account signed in on Instagram. */
  user_id: id.optional(),
  username: z.string().min(1),
  name: z.string().optional(),
  profile_picture_url: z.string().optional(),
  followers_count: z.number().optional(),
});
export const profileFields = "id,username,name,profile_picture_url,followers_count";

export const containerAnswer = z.object({
  status_code: z.string(),
  status: z.string().optional(),
});
export const containerFields = "status_code,status";

export const permalinkAnswer = z.object({ permalink: z.url() });

export const allowanceAnswer = z.object({
  data: z.array(
    z.object({
      quota_usage: z.number(),
      config: z.object({ quota_total: z.number() }).optional(),
    }),
  ),
});

/** A timestamp; Instagram writes the offset as "+0000" where ISO 8601 has "+00:00". */
const moment = z
  .string()
  .transform((text) => text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"))
  .refine((text) => Number.isFinite(Date.parse(text)));

const mediaAnswer = z.object({
  id,
  caption: z.string().optional(),
  username: z.string().optional(),
  timestamp: moment.optional(),
  permalink: z.string().optional(),
  media_type: z.string().optional(),
  comments_count: z.number().optional(),
  like_count: z.number().optional(),
});
export type MediaAnswer = z.infer<typeof mediaAnswer>;
export const oneMedia = mediaAnswer;
export const mediaFields = "id,caption,timestamp,permalink,media_type";

const replyAnswer = z.object({
  id,
  text: z.string().optional(),
  username: z.string().optional(),
  timestamp: moment.optional(),
  from: z.object({ username: z.string().optional() }).optional(),
});
export type ReplyAnswer = z.infer<typeof replyAnswer>;
const commentAnswer = replyAnswer.extend({
  replies: z.object({ data: z.array(replyAnswer) }).optional(),
});
const replyFields = "id,text,timestamp,username,from";
export const commentFields = `${replyFields},replies{${replyFields}}`;

/**
 * Reads a list and drops the entries that do not parse. Another page follows only if `paging.next` is
 * present.
 */
function listOf<Entry>(entry: z.ZodType<Entry>) {
  return z
    .object({
      data: z.array(z.unknown()).transform((entries) =>
        entries.flatMap((one) => {
          const read = entry.safeParse(one);
          return read.success ? [read.data] : [];
        }),
      ),
      paging: z
        .object({
          cursors: z.object({ after: z.string().optional() }).optional(),
          next: z.string().optional(),
        })
        .optional(),
    })
    .transform(({ data, paging }) => ({
      data,
      next: paging?.next === undefined ? undefined : paging.cursors?.after,
    }));
}

export const mediaList = listOf(mediaAnswer);
export const commentList = listOf(commentAnswer);

/** A Facebook page with the Instagram account linked to it. */
const pageAnswer = z.object({
  id,
  name: z.string(),
  access_token: z.string().min(1).optional(),
  instagram_business_account: profileAnswer.optional(),
});
export type PageAnswer = z.infer<typeof pageAnswer>;
export const pageList = listOf(pageAnswer);

export const shortToken = z.object({ access_token: z.string().min(1), user_id: id.optional() });
