import type { z } from "zod";

import { answers } from "./example-answers.ts";
import * as shapes from "./shapes.ts";

/**
 * What LinkedIn's pages show of requests and answers, written down anew with the numbers of an invented
 * wool shop. `page` is where it stands, below https://learn.microsoft.com/en-us/linkedin/.
 */
export interface Example {
  readonly what: string;
  readonly page: string;
  readonly shape: z.ZodType;
  readonly value: unknown;
}

const shares = "marketing/community-management/shares";
const everywhere = {
  author: "urn:li:organization:5515715",
  visibility: "PUBLIC",
  distribution: {
    feedDistribution: "MAIN_FEED",
    targetEntities: [],
    thirdPartyDistributionChannels: [],
  },
  lifecycleState: "PUBLISHED",
  isReshareDisabledByAuthor: false,
};

const requests: readonly Example[] = [
  {
    what: "a post of words",
    page: `${shares}/posts-api`,
    shape: shapes.createPost,
    value: { ...everywhere, commentary: "Sample text post" },
  },
  {
    what: "a post with a picture",
    page: `${shares}/posts-api`,
    shape: shapes.createPost,
    value: {
      ...everywhere,
      commentary: "Our new shawl",
      content: { media: { id: "urn:li:image:C49klciosC89", altText: "A blue shawl" } },
    },
  },
  {
    what: "a post with several pictures",
    page: `${shares}/multiimage-post-api`,
    shape: shapes.createPost,
    value: {
      ...everywhere,
      commentary: "Three colours",
      content: {
        multiImage: {
          images: [
            { id: "urn:li:image:C4D22AQFttWMAaIqHaa", altText: "Blue" },
            { id: "urn:li:image:C4D22AQG7uz0yPJh588", altText: "Red" },
          ],
        },
      },
    },
  },
  {
    what: "an article",
    page: `${shares}/posts-api`,
    shape: shapes.createPost,
    value: {
      ...everywhere,
      commentary: "Read how we dye",
      content: {
        article: {
          source: "https://noorderwol.example/dyeing",
          thumbnail: "urn:li:image:C49klciosC89",
          title: "How we dye",
          description: "With woad",
        },
      },
    },
  },
  {
    what: "a poll",
    page: `${shares}/poll-post-api`,
    shape: shapes.createPost,
    value: {
      ...everywhere,
      commentary: "Tell us",
      content: {
        poll: {
          question: "Which colour?",
          options: [{ text: "Red" }, { text: "Blue" }],
          settings: { duration: "THREE_DAYS" },
        },
      },
    },
  },
  {
    what: "an edit",
    page: `${shares}/posts-api`,
    shape: shapes.editPost,
    value: { patch: { $set: { commentary: "Update to the post" } } },
  },
  {
    what: "the beginning of an upload",
    page: `${shares}/images-api`,
    shape: shapes.initializeUpload,
    value: { initializeUploadRequest: { owner: "urn:li:organization:5583111" } },
  },
  {
    what: "a comment",
    page: `${shares}/comments-api`,
    shape: shapes.createComment,
    value: {
      actor: "urn:li:organization:5515715",
      object: "urn:li:activity:6631349431612559360",
      message: { text: "commentV2 with words" },
    },
  },
  {
    what: "an answer to a comment",
    page: `${shares}/comments-api`,
    shape: shapes.createComment,
    value: {
      actor: "urn:li:organization:5515715",
      object: "urn:li:activity:6631349431612559360",
      message: { text: "Thank you" },
      parentComment: "urn:li:comment:(urn:li:activity:6631349431612559360,6636062862760562688)",
    },
  },
  {
    what: "an edit of a comment",
    page: `${shares}/comments-api`,
    shape: shapes.editComment,
    value: { patch: { message: { $set: { text: "Thank you all" } } } },
  },
  {
    what: "a like",
    page: `${shares}/reactions-api`,
    shape: shapes.createReaction,
    value: { root: "urn:li:activity:6699449126865035264", reactionType: "LIKE" },
  },
];

export const examples: readonly Example[] = [...requests, ...answers];
