import { z } from "zod";

/** What the servers answer, as far as we read it. Unknown fields are left alone: lexicons only ever grow. */

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

/** With the dot before them. */
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

/** Counts come and go with the AppView's load; a missing one is none. */
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

/** Parsed one by one: one strange entry must not hide the ninety-nine others. */
export const notificationsAnswer = z.object({
  notifications: z.array(z.unknown()),
  cursor: z.string().optional(),
});

export const errorAnswer = z.object({
  error: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});
