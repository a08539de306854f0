import { z } from "zod";

import { urn } from "./urn.ts";

/**
 * Shapes of LinkedIn's answers (Community Management API, 202608); `anything` is for answers that are not
 * read.
 */
export const anything = z.unknown();

const text = z.string().optional().catch(undefined);
const millis = z.number().int().positive();

export const problemAnswer = z.object({
  status: z.number().optional().catch(undefined),
  code: text,
  message: text,
  error: text,
  error_description: text,
  errorDetails: z
    .object({
      inputErrors: z
        .array(z.object({ code: text }))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** Reads a list and drops the elements that do not parse. */
function elementsOf<Element>(element: z.ZodType<Element>) {
  return z.object({
    elements: z
      .array(z.unknown())
      .transform((all) => all.flatMap((one) => element.safeParse(one).data ?? [])),
    paging: z
      .object({
        total: z.number().optional(),
        links: z
          .array(z.object({ rel: z.string() }))
          .optional()
          .catch(undefined),
      })
      .optional()
      .catch(undefined),
  });
}

export const userInfo = z.object({ sub: z.string().min(1), name: text, picture: text });
export const me = z.object({
  id: z.string().min(1),
  localizedFirstName: text,
  localizedLastName: text,
});
export const organization = z.object({ localizedName: text, vanityName: text });

export const roles = elementsOf(
  z.object({ organization: urn, role: z.string(), state: z.string().optional() }),
);

export const uploadAnswer = z.object({ value: z.object({ uploadUrl: z.url(), image: urn }) });

export const post = z.object({
  id: urn,
  commentary: z.string().catch(""),
  createdAt: millis.optional().catch(undefined),
  lifecycleState: text,
  content: z
    .object({
      media: z.object({ id: text }).optional().catch(undefined),
      multiImage: z
        .object({ images: z.array(z.object({ id: text }).catch({ id: "" })) })
        .optional()
        .catch(undefined),
      poll: z
        .object({ options: z.array(z.object({ text })) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type PostAnswer = z.infer<typeof post>;
export const posts = elementsOf(post);

export const createdComment = z.object({ commentUrn: urn.optional().catch(undefined) });

export const comment = z.object({
  commentUrn: urn,
  actor: urn,
  created: z.object({ time: millis }),
  message: z.object({ text: z.string() }),
  parentComment: urn.optional().catch(undefined),
});
export type CommentAnswer = z.infer<typeof comment>;
export const comments = elementsOf(comment);

const reaction = z.object({ created: z.object({ actor: urn, time: millis }) });
export type ReactionAnswer = z.infer<typeof reaction>;
export const reactions = elementsOf(reaction);

const decorated = z
  .object({ entity: urn, owner: urn, text, object: urn.optional().catch(undefined) })
  .optional()
  .catch(undefined);
const notification = z.object({
  notificationId: z.union([z.number(), z.string()]).transform(String),
  action: z.string(),
  sourcePost: urn.optional().catch(undefined),
  decoratedSourcePost: z.object({ entity: urn }).optional().catch(undefined),
  decoratedGeneratedActivity: z
    .object({ comment: decorated, share: decorated })
    .optional()
    .catch(undefined),
  lastModifiedAt: millis,
});
export type NotificationAnswer = z.infer<typeof notification>;
export const notifications = elementsOf(notification);

export const statistics = elementsOf(
  z.object({
    share: urn.optional().catch(undefined),
    ugcPost: urn.optional().catch(undefined),
    totalShareStatistics: z.object({
      likeCount: z.number().catch(0),
      commentCount: z.number().catch(0),
      shareCount: z.number().catch(0),
    }),
  }),
);
