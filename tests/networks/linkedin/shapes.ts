import { z } from "zod";

/**
 * What LinkedIn takes and answers, field by field: it publishes no description that machines read, so these
 * were written from its pages. A field that is not here is refused, in either direction; `examples.ts`
 * holds them against the pages' own examples.
 */
const urn = z.string().regex(/^urn:li:\w+:\S+$/);
const member = z.string().regex(/^urn:li:(person|organization):[\w-]+$/);
const image = z.string().regex(/^urn:li:image:[\w-]+$/);
const millis = z.number().int();

const media = z.strictObject({
  id: image,
  altText: z.string().max(4_086).optional(),
  title: z.string().optional(),
});
const content = z.union([
  z.strictObject({ media }),
  z.strictObject({
    multiImage: z.strictObject({ images: z.array(media).min(2).max(20) }),
  }),
  z.strictObject({
    article: z.strictObject({
      source: z.url(),
      title: z.string().min(1).max(400),
      description: z.string().max(4_086).optional(),
      thumbnail: image.optional(),
    }),
  }),
  z.strictObject({
    poll: z.strictObject({
      question: z.string().min(1).max(140),
      options: z
        .array(z.strictObject({ text: z.string().min(1).max(30) }))
        .min(2)
        .max(4),
      settings: z.strictObject({
        duration: z.enum(["ONE_DAY", "THREE_DAYS", "SEVEN_DAYS", "FOURTEEN_DAYS"]),
      }),
    }),
  }),
]);

export const createPost = z.strictObject({
  author: member,
  commentary: z.string(),
  visibility: z.enum(["PUBLIC", "CONNECTIONS", "LOGGED_IN"]),
  distribution: z.strictObject({
    feedDistribution: z.enum(["MAIN_FEED", "NONE"]),
    targetEntities: z.array(z.unknown()),
    thirdPartyDistributionChannels: z.array(z.unknown()),
  }),
  content: content.optional(),
  lifecycleState: z.literal("PUBLISHED"),
  isReshareDisabledByAuthor: z.boolean(),
});

export const editPost = z.strictObject({
  patch: z.strictObject({ $set: z.strictObject({ commentary: z.string() }) }),
});

export const createComment = z.strictObject({
  actor: member,
  object: urn,
  message: z.strictObject({ text: z.string().min(1).max(1_250) }),
  parentComment: urn.optional(),
});

export const editComment = z.strictObject({
  patch: z.strictObject({
    message: z.strictObject({ $set: z.strictObject({ text: z.string().min(1).max(1_250) }) }),
  }),
});

export const createReaction = z.strictObject({
  root: urn,
  reactionType: z.enum(["LIKE", "PRAISE", "EMPATHY", "INTEREST", "APPRECIATION", "ENTERTAINMENT"]),
});

export const initializeUpload = z.strictObject({
  initializeUploadRequest: z.strictObject({ owner: member }),
});

export const uploadAnswer = z.strictObject({
  value: z.strictObject({ uploadUrlExpiresAt: millis, uploadUrl: z.url(), image }),
});

const paging = z.strictObject({
  start: z.number(),
  count: z.number(),
  links: z.array(z.strictObject({ type: z.string(), rel: z.string(), href: z.string() })),
  total: z.number().optional(),
});
const listOf = (element: z.ZodType) => z.strictObject({ paging, elements: z.array(element) });

export const post = z.strictObject({
  id: urn,
  author: member,
  commentary: z.string(),
  content: content.optional(),
  createdAt: millis,
  publishedAt: millis,
  lastModifiedAt: millis,
  lifecycleState: z.string(),
  lifecycleStateInfo: z.strictObject({ isEditedByAuthor: z.boolean() }).optional(),
  visibility: z.string(),
  distribution: z.unknown(),
  isReshareDisabledByAuthor: z.boolean(),
});
export const postList = listOf(post);

const moment = z.strictObject({
  actor: member,
  impersonator: member.optional(),
  time: millis,
});
export const comment = z.strictObject({
  $URN: urn,
  id: z.string(),
  commentUrn: urn,
  actor: member,
  created: moment,
  lastModified: moment,
  message: z.strictObject({ attributes: z.array(z.unknown()), text: z.string() }),
  object: urn,
  parentComment: urn.optional(),
  commentsSummary: z.unknown().optional(),
  likesSummary: z.unknown().optional(),
});
export const commentList = listOf(comment);

export const reactionList = listOf(
  z.strictObject({
    id: z.string().startsWith("urn:li:reaction:("),
    reactionType: z.string(),
    created: moment,
    lastModified: moment,
    root: urn,
  }),
);

const made = z.strictObject({
  entity: urn,
  owner: member,
  text: z.string(),
  object: urn.optional(),
  mediaCategory: z.string().optional(),
});
export const notificationList = listOf(
  z.strictObject({
    notificationId: z.number(),
    organizationalEntity: member,
    action: z.string(),
    sourcePost: urn.optional(),
    decoratedSourcePost: made.optional(),
    generatedActivity: urn.optional(),
    decoratedGeneratedActivity: z
      .strictObject({ comment: made.optional(), share: made.optional() })
      .optional(),
    lastModifiedAt: millis,
    subscriber: member.optional(),
  }),
);

export const statisticsList = listOf(
  z.strictObject({
    organizationalEntity: member,
    share: urn.optional(),
    ugcPost: urn.optional(),
    totalShareStatistics: z.strictObject({
      uniqueImpressionsCount: z.number(),
      shareCount: z.number(),
      engagement: z.number(),
      clickCount: z.number(),
      likeCount: z.number(),
      impressionCount: z.number(),
      commentCount: z.number(),
    }),
  }),
);

export const roleList = listOf(
  z.strictObject({
    role: z.string(),
    roleAssignee: member,
    state: z.string(),
    organization: member,
  }),
);

export const organization = z.looseObject({
  id: z.number(),
  localizedName: z.string(),
  vanityName: z.string(),
});

export const userInfo = z.strictObject({
  sub: z.string(),
  name: z.string(),
  given_name: z.string(),
  family_name: z.string(),
  picture: z.url().optional(),
  locale: z.unknown().optional(),
});

export const me = z.looseObject({
  id: z.string(),
  localizedFirstName: z.string(),
  localizedLastName: z.string(),
});
