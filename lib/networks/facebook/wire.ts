import { z } from "zod";

/** Ids come as text or number; a number that JavaScript cannot represent exactly is rejected. */
const id = z.union([z.string(), z.int().max(Number.MAX_SAFE_INTEGER)]).transform(String);

export const idAnswer = z.object({ id });
export const successAnswer = z.object({ success: z.boolean() });

export const tokenAnswer = z.object({ access_token: z.string().min(1) });

export const permissionsAnswer = z.object({
  data: z.array(z.object({ permission: z.string(), status: z.string() })),
});

export const pageAnswer = z.object({
  id,
  name: z.string().min(1),
  username: z.string().optional(),
  followers_count: z.number().optional(),
  picture: z.object({ data: z.object({ url: z.string().optional() }) }).optional(),
});
export const pageFields = "id,name,username,followers_count,picture{url}";

const ownPage = pageAnswer.extend({
  access_token: z.string().min(1).optional(),
  tasks: z.array(z.string()).default([]),
});
export type OwnPage = z.infer<typeof ownPage>;

/** A timestamp; Facebook writes the offset as "+0000" where ISO 8601 has "+00:00". */
const moment = z
  .string()
  .transform((text) => text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"))
  .refine((text) => Number.isFinite(Date.parse(text)));

const person = z.object({
  id,
  name: z.string().optional(),
  picture: z.object({ data: z.object({ url: z.string().optional() }) }).optional(),
});
export type PersonAnswer = z.infer<typeof person>;

const counted = z.object({ summary: z.object({ total_count: z.number() }).optional() });

const attachment = z.object({
  media_type: z.string().optional(),
  target: z.object({ id: id.optional() }).optional(),
});

const postAnswer = z.object({
  id,
  message: z.string().optional(),
  created_time: moment.optional(),
  updated_time: z.string().optional(),
  permalink_url: z.string().optional(),
  from: person.optional(),
  full_picture: z.string().optional(),
  comments: counted.optional(),
  reactions: counted.optional(),
  angry: counted.optional(),
  sad: counted.optional(),
  shares: z.object({ count: z.number() }).optional(),
  attachments: z
    .object({
      data: z.array(
        attachment.extend({ subattachments: z.object({ data: z.array(attachment) }).optional() }),
      ),
    })
    .optional(),
});
export type PostAnswer = z.infer<typeof postAnswer>;
export const onePost = postAnswer;
export const postFields =
  "id,message,created_time,permalink_url,attachments{media_type,target{id},subattachments{target{id}}}";
export const strangerFields = "id,message,created_time,permalink_url,full_picture,from{id,name}";
export const countFields =
  "id,created_time,updated_time,shares,comments.limit(0).summary(true),reactions.limit(0).summary(true)";
export const kindFields = `${countFields},reactions.type(ANGRY).limit(0).summary(true).as(angry),reactions.type(SAD).limit(0).summary(true).as(sad)`;

const commentAnswer = z.object({
  id,
  message: z.string().optional(),
  created_time: moment.optional(),
  permalink_url: z.string().optional(),
  from: person.optional(),
  parent: z.object({ id, from: person.optional() }).optional(),
  attachment: z.object({ type: z.string().optional() }).optional(),
  like_count: z.number().optional(),
  comment_count: z.number().optional(),
});
export type CommentAnswer = z.infer<typeof commentAnswer>;
export const oneComment = commentAnswer;
export const commentFields =
  "id,message,created_time,permalink_url,from{id,name,picture},parent{id,from},attachment";

const reactionAnswer = z.object({
  id,
  name: z.string().optional(),
  type: z.string().optional(),
});

const ratingAnswer = z.object({
  created_time: moment.optional(),
  rating: z.number().optional(),
  recommendation_type: z.string().optional(),
  review_text: z.string().optional(),
  reviewer: person.optional(),
});
export type RatingAnswer = z.infer<typeof ratingAnswer>;
export const ratingFields = "created_time,rating,recommendation_type,review_text,reviewer{id,name}";

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

export const ownPages = listOf(ownPage);
export const postList = listOf(postAnswer);
export const commentList = listOf(commentAnswer);
export const reactionList = listOf(reactionAnswer);
export const ratingList = listOf(ratingAnswer);
