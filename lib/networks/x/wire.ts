import { z } from "zod";

/**
 * X's answers, as far as they are read. The specification (2.167) and older documents use different names
 * (`referenced_posts`, `referenced_tweets`); both are read.
 */
const id = z.string().regex(/^\d{1,19}$/);

const person = z.object({
  id,
  username: z.string(),
  name: z.string().optional(),
  profile_image_url: z.string().optional(),
  public_metrics: z.object({ followers_count: z.number() }).optional().catch(undefined),
});
export type XPerson = z.infer<typeof person>;

export const meAnswer = z.object({ data: person });
export const createdAnswer = z.object({ data: z.object({ id }) });

const processing = z.object({
  state: z.string().optional(),
  check_after_secs: z.number().optional(),
  error: z.object({ message: z.string().optional() }).optional().catch(undefined),
});
export const mediumAnswer = z.object({
  data: z.object({ id, processing_info: processing.optional() }),
});

const link = z.object({
  url: z.string().optional(),
  expanded_url: z.string().nullish(),
  media_key: z.string().nullish(),
});

const metrics = z.object({
  like_count: z.number().catch(0),
  reply_count: z.number().catch(0),
  quote_count: z.number().catch(0),
  repost_count: z.number().optional(),
  retweet_count: z.number().optional(),
});

const references = z.array(z.object({ type: z.string(), id })).optional();

export const post = z
  .object({
    id,
    text: z.string().catch(""),
    author_id: id.optional(),
    created_at: z.iso.datetime({ offset: true }).optional(),
    conversation_id: id.optional(),
    entities: z
      .object({ urls: z.array(link).nullish() })
      .optional()
      .catch(undefined),
    attachments: z
      .object({ media_keys: z.array(z.string()).optional() })
      .optional()
      .catch(undefined),
    public_metrics: metrics.optional().catch(undefined),
    referenced_posts: references,
    referenced_tweets: references,
  })
  .transform(({ referenced_posts: posts, referenced_tweets: tweets, ...rest }) => ({
    ...rest,
    references: posts ?? tweets ?? [],
  }));
export type XPost = z.infer<typeof post>;

const meta = z.object({ next_token: z.string().optional() }).optional();

/** Entries are parsed one by one, so that one unreadable entry does not hide the others. */
const posts = z
  .array(z.unknown())
  .optional()
  .transform((all) => (all ?? []).flatMap((one) => post.safeParse(one).data ?? []));
const people = z
  .array(z.unknown())
  .optional()
  .transform((all) => (all ?? []).flatMap((one) => person.safeParse(one).data ?? []));

/** If all requested posts are gone, X answers with an `errors` list and without `data`. */
export const postsAnswer = z.object({
  data: posts,
  includes: z.object({ users: people }).optional(),
  meta,
});
export const peopleAnswer = z.object({ data: people, meta });

export const removedAnswer = z.object({ data: z.object({ deleted: z.literal(true) }) });

export const anyAnswer = z.unknown();

const text = z.string().optional().catch(undefined);

export const problemAnswer = z.object({
  title: text,
  detail: text,
  type: text,
  error: text,
  error_description: text,
  errors: z
    .array(z.object({ message: text, code: z.number().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
});
