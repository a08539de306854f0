import { z } from "zod";

/** Ids come as text or number; a number that JavaScript cannot represent exactly is rejected. */
const id = z.union([z.string(), z.int().max(Number.MAX_SAFE_INTEGER)]).transform(String);

export const idAnswer = z.object({ id });

export const profileAnswer = z.object({
  id,
  username: z.string().min(1),
  name: z.string().optional(),
  threads_profile_picture_url: z.string().optional(),
});
export const profileFields = "id,username,name,threads_profile_picture_url";

export const containerAnswer = z.object({
  status: z.string(),
  error_message: z.string().optional(),
});
export const containerFields = "status,error_message";

export const permalinkAnswer = z.object({ permalink: z.url() });

/** A timestamp; Threads writes the offset as "+0000" where ISO 8601 has "+00:00". */
const moment = z
  .string()
  .transform((text) => text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"))
  .refine((text) => Number.isFinite(Date.parse(text)));

const postAnswer = z.object({
  id,
  text: z.string().optional(),
  username: z.string().optional(),
  profile_picture_url: z.string().optional(),
  timestamp: moment.optional(),
  permalink: z.string().optional(),
  media_type: z.string().optional(),
  has_replies: z.boolean().optional(),
  is_reply_owned_by_me: z.boolean().optional(),
  root_post: z.object({ id }).optional(),
  replied_to: z.object({ id }).optional(),
});
export type PostAnswer = z.infer<typeof postAnswer>;
export const postFields = "id,text,timestamp,permalink,media_type";
export const replyFields =
  "id,text,username,profile_picture_url,timestamp,permalink,media_type,is_reply_owned_by_me,root_post,replied_to";
export const mentionFields = "id,text,username,timestamp,permalink,media_type";

/** A list without the entries that do not parse. */
export const postList = z.object({
  data: z
    .array(z.unknown())
    .transform((entries) => entries.flatMap((entry) => postAnswer.safeParse(entry).data ?? [])),
  paging: z.object({ cursors: z.object({ after: z.string().optional() }).optional() }).optional(),
});
export type PostList = z.infer<typeof postList>;

export const insightsAnswer = z.object({
  data: z.array(
    z.object({ name: z.string(), values: z.array(z.object({ value: z.number() })).optional() }),
  ),
});

export const shortToken = z.object({ access_token: z.string().min(1), user_id: id.optional() });
