import { z } from "zod";

/**
 * Server answers, as far as they are read. Unknown fields are allowed, because versions and compatible
 * servers differ.
 */

const id = z.string().min(1);
const instant = z.iso.datetime({ offset: true });
/** A link on our pages, so only http and https are accepted. */
const webAddress = z
  .string()
  .regex(/^https?:\/\//i)
  .nullish()
  .catch(undefined);
/** A missing count or limit is undefined, because they differ between versions. */
const count = z.number().int().nonnegative().optional().catch(undefined);
export const positive = z.number().int().positive().optional().catch(undefined);

/** Emoji that the server shows as images for `:code:`. */
const emojis = z
  .array(z.object({ shortcode: z.string().min(1).max(200) }))
  .max(500)
  .optional()
  .catch(undefined);

export const appAnswer = z.object({
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
});

export const account = z.object({
  id,
  username: z.string().min(1),
  acct: z.string().min(1),
  display_name: z.string().nullish(),
  url: webAddress,
  avatar: webAddress,
  note: z.string().nullish().catch(undefined),
  emojis,
  followers_count: z.number().nullish().catch(undefined),
  fields: z
    .array(z.object({ value: z.string() }))
    .nullish()
    .catch(undefined),
});
export type AccountAnswer = z.infer<typeof account>;

export const configuration = z
  .object({
    urls: z
      .object({ streaming: z.string().nullish().catch(undefined) })
      .optional()
      .catch(undefined),
    statuses: z
      .object({
        max_characters: positive,
        max_media_attachments: positive,
        characters_reserved_per_url: positive,
      })
      .optional()
      .catch(undefined),
    media_attachments: z
      .object({
        description_limit: positive,
        image_size_limit: positive,
        image_matrix_limit: positive,
        supported_mime_types: z.array(z.string()).optional().catch(undefined),
        video_size_limit: positive,
        video_matrix_limit: positive,
        video_frame_rate_limit: positive,
      })
      .optional()
      .catch(undefined),
    polls: z
      .object({
        max_options: positive,
        max_characters_per_option: positive,
        min_expiration: positive,
        max_expiration: positive,
      })
      .optional()
      .catch(undefined),
  })
  .optional()
  .catch(undefined);

/** The answer of `/api/v2/instance`, which is also the format in which both answers are stored. */
export const instanceAnswer = z.object({ domain: z.string().min(1), configuration });
export type InstanceAnswer = z.infer<typeof instanceAnswer>;

export const mediaAnswer = z.object({ id, url: webAddress });

const poll = z.object({
  options: z.array(z.object({ title: z.string() })),
  expires_at: instant.nullish().catch(undefined),
  expired: z.boolean().optional().catch(undefined),
  multiple: z.boolean().optional().catch(undefined),
});

export const status = z.object({
  id,
  uri: z.string().min(1),
  url: webAddress,
  created_at: instant,
  content: z.string(),
  spoiler_text: z.string().optional().catch(undefined),
  visibility: z.string().optional().catch(undefined),
  language: z.string().nullish().catch(undefined),
  in_reply_to_id: z.string().nullish().catch(undefined),
  in_reply_to_account_id: z.string().nullish().catch(undefined),
  reblog: z.unknown().optional(),
  account,
  media_attachments: z.array(z.looseObject({ id, type: z.string().optional() })).catch([]),
  emojis,
  poll: poll.nullish().catch(undefined),
  quote: z
    .looseObject({ quoted_status: z.looseObject({ id }).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  replies_count: count,
  reblogs_count: count,
  favourites_count: count,
  quotes_count: count,
});
export type StatusAnswer = z.infer<typeof status>;

/** The posts above a post in its thread, oldest first. An unreadable one becomes null. */
export const threadAnswer = z.object({
  ancestors: z.array(
    z
      .object({ id, account: z.looseObject({ id }) })
      .nullable()
      .catch(null),
  ),
});

/** Entries are parsed one by one, so that one unreadable entry does not hide the others. */
export const listAnswer = z.array(z.unknown());

export const sourceAnswer = z.object({ text: z.string(), spoiler_text: z.string().optional() });

export const notification = z.object({
  id,
  type: z.string(),
  created_at: instant,
  account,
  status: status.nullish().catch(undefined),
});
export type NotificationAnswer = z.infer<typeof notification>;

/** Only the id and time of a list entry, for entries that cannot be parsed otherwise. */
export const listed = z.object({ id, created_at: instant.optional().catch(undefined) });

export const anyAnswer = z.unknown();

/** A JSON object without an `error`. Excludes HTML pages and errors with a success status. */
export const anObject = z
  .record(z.string(), z.unknown())
  .refine(({ error }) => !error, "It names an error.");

export const errorAnswer = z.object({
  error: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
});
