import { z } from "zod";

/** A list without the entries that do not parse. */
function listed<Entry>(shape: z.ZodType<Entry>) {
  return z
    .array(z.unknown())
    .default([])
    .transform((all) => all.flatMap((one) => shape.safeParse(one).data ?? []));
}

export const accountList = z.object({
  accounts: listed(z.object({ name: z.string().regex(/^accounts\/[^/]+$/) })),
  nextPageToken: z.string().optional(),
});

export const placeAnswer = z.object({
  name: z.string().regex(/^locations\/[^/]+$/),
  title: z.string().default(""),
  storefrontAddress: z.object({ locality: z.string().optional() }).optional(),
  metadata: z.object({ hasVoiceOfMerchant: z.boolean().optional() }).optional(),
});
export type PlaceAnswer = z.infer<typeof placeAnswer>;
export const placeList = z.object({
  locations: listed(placeAnswer),
  nextPageToken: z.string().optional(),
});
export const placeFields = "name,title,storefrontAddress,metadata";

export const postAnswer = z.object({
  name: z.string().min(1),
  summary: z.string().default(""),
  topicType: z.string().optional(),
  state: z.string().optional(),
  createTime: z.string().optional(),
  searchUrl: z.string().optional(),
  media: z.array(z.unknown()).optional(),
});
export type PostAnswer = z.infer<typeof postAnswer>;
export const postList = z.object({
  localPosts: listed(postAnswer),
  nextPageToken: z.string().optional(),
});

export const reviewAnswer = z.object({
  name: z.string().min(1),
  reviewId: z.string().min(1),
  reviewer: z
    .object({
      displayName: z.string().optional(),
      profilePhotoUrl: z.string().optional(),
      isAnonymous: z.boolean().optional(),
    })
    .default({}),
  starRating: z.string().optional(),
  comment: z.string().optional(),
  createTime: z.string(),
  updateTime: z.string().optional(),
  reviewReply: z
    .object({ comment: z.string().default(""), updateTime: z.string().optional() })
    .optional(),
});
export type ReviewAnswer = z.infer<typeof reviewAnswer>;
export const reviewList = z.object({
  reviews: listed(reviewAnswer),
  nextPageToken: z.string().optional(),
});

export const replyAnswer = z.object({ comment: z.string().optional() });
export const anything = z.unknown();

export const problemAnswer = z.object({
  error: z.object({
    message: z.string().default(""),
    status: z.string().default(""),
    details: z.array(z.unknown()).default([]),
  }),
});

/** An error body of the token endpoint, in OAuth's format. */
export const tokenProblem = z.object({
  error: z.string(),
  error_description: z.string().optional(),
});
