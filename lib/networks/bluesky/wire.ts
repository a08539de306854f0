import { z } from "zod";

/** Server answers, as far as they are read. Unknown fields are allowed, because lexicons get new fields. */

const did = z.string().regex(/^did:[a-z]+:[\w.:%-]+$/);
const atUri = z.string().startsWith("at://");

export const strongRef = z.object({ uri: atUri, cid: z.string() });
export const replyRef = z.object({ root: strongRef, parent: strongRef });

export const sessionAnswer = z.object({
  did,
  handle: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
  active: z.boolean().optional(),
  status: z.string().optional(),
  didDoc: z
    .object({
      service: z
        .array(z.object({ id: z.string(), serviceEndpoint: z.unknown() }))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const profileAnswer = z.object({
  handle: z.string().optional(),
  displayName: z.string().optional(),
  avatar: z.string().optional(),
  followersCount: z.number().optional(),
});

/** The domains start with a dot. */
export const serverAnswer = z.object({ availableUserDomains: z.array(z.string()).default([]) });

export const handleAnswer = z.object({ did });

export const blobAnswer = z.object({ blob: z.record(z.string(), z.json()) });

export const recordAnswer = z.object({
  uri: atUri,
  cid: z.string(),
  value: z.looseObject({
    text: z.string().optional(),
    createdAt: z.string().optional(),
    embed: z
      .looseObject({ images: z.array(z.unknown()).optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
});

export const recordsAnswer = z.object({
  records: z.array(recordAnswer),
  cursor: z.string().optional(),
});
export type ListedRecord = z.infer<typeof recordAnswer>;

export const anyAnswer = z.unknown();

/** The AppView omits counts under load; a missing one counts as 0. */
const count = z.number().optional().default(0);

export const postsAnswer = z.object({
  posts: z.array(
    z.object({
      uri: atUri,
      likeCount: count,
      repostCount: count,
      replyCount: count,
      quoteCount: count,
    }),
  ),
});

const embed = z.looseObject({
  $type: z.string().optional(),
  media: z.looseObject({ $type: z.string().optional() }).optional().catch(undefined),
});

export const notification = z.object({
  uri: atUri,
  cid: z.string(),
  author: z.object({
    did,
    handle: z.string(),
    displayName: z.string().optional(),
    avatar: z.string().optional(),
    description: z.string().optional().catch(undefined),
  }),
  reason: z.string(),
  reasonSubject: z.string().optional(),
  record: z.looseObject({
    text: z.string().optional().catch(undefined),
    subject: strongRef.optional().catch(undefined),
    reply: replyRef.optional().catch(undefined),
    embed: embed.optional().catch(undefined),
  }),
  indexedAt: z.iso.datetime({ offset: true }),
});
export type Notification = z.infer<typeof notification>;

/** Entries are parsed one by one, so that one unreadable entry does not hide the others. */
export const notificationsAnswer = z.object({
  notifications: z.array(z.unknown()),
  cursor: z.string().optional(),
});

export const errorAnswer = z.object({
  error: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});
