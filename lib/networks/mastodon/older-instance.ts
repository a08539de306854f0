import { z } from "zod";

import { configuration, positive, type InstanceAnswer } from "./wire.ts";

/**
 * The answer of `/api/v1/instance`, the only one of older servers and many compatible ones. Some state limits
 * under other names.
 */
const answer = z.object({
  uri: z.string().min(1),
  urls: z.object({ streaming_api: z.string() }).optional().catch(undefined),
  configuration,
  max_toot_chars: positive,
  max_media_attachments: positive,
  upload_limit: positive,
  description_limit: positive,
  poll_limits: z
    .object({
      max_options: positive,
      max_option_chars: positive,
      min_expiration: positive,
      max_expiration: positive,
    })
    .optional()
    .catch(undefined),
});

/** Converts it to the format of the newer answer. */
export const olderInstanceAnswer = answer.transform((said): InstanceAnswer => {
  const streaming = said.urls?.streaming_api;
  return {
    // Some servers state a full address instead of a domain.
    domain: URL.parse(said.uri)?.host || said.uri,
    configuration: {
      urls: said.configuration?.urls ?? { streaming },
      statuses: statusesIn(said),
      media_attachments: mediaIn(said),
      polls: pollsIn(said),
    },
  };
});

type Said = z.infer<typeof answer>;

function statusesIn({ configuration: own, max_toot_chars, max_media_attachments }: Said) {
  const { statuses } = own ?? {};
  return {
    ...statuses,
    max_characters: statuses?.max_characters ?? max_toot_chars,
    max_media_attachments: statuses?.max_media_attachments ?? max_media_attachments,
  };
}

function mediaIn({ configuration: own, upload_limit, description_limit }: Said) {
  const { media_attachments: media } = own ?? {};
  return {
    ...media,
    image_size_limit: media?.image_size_limit ?? upload_limit,
    description_limit: media?.description_limit ?? description_limit,
  };
}

function pollsIn({ configuration: own, poll_limits: polls }: Said) {
  if (own?.polls || !polls) return own?.polls;
  return { ...polls, max_characters_per_option: polls.max_option_chars };
}
