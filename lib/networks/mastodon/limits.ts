import type { Limits, PollLimit, Visibility } from "../contract/limits.ts";
import type { InstanceAnswer } from "./wire.ts";

/** As Mastodon 4.6 ships; every server may differ and says so itself. */
const usual = {
  statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
  media: { description_limit: 1_500, image_size_limit: 16_777_216, image_matrix_limit: 33_177_600 },
  polls: {
    max_options: 4,
    max_characters_per_option: 50,
    min_expiration: 300,
    max_expiration: 2_629_746,
  },
} as const;

/** Larger pictures are of no use to anybody, and slow to process. */
const largestSide = 4_096;
const threadMax = 25;

export const networkVisibilities = {
  public: "public",
  unlisted: "unlisted",
  followers: "private",
  mentioned: "direct",
} as const satisfies Record<Visibility, string>;

/** What a server accepts, by its own `configuration`. */
export function limitsOf(configuration: InstanceAnswer["configuration"]): Limits {
  const statuses = saidOrUsual(usual.statuses, configuration?.statuses);
  const media = saidOrUsual(usual.media, configuration?.media_attachments);
  return {
    text: {
      max: statuses.max_characters,
      // `StatusLengthValidator` counts grapheme clusters.
      unit: "graphemes",
      linkLength: statuses.characters_reserved_per_url,
      hasShortMentions: true,
    },
    images: {
      max: statuses.max_media_attachments,
      maxBytes: media.image_size_limit,
      maxSide: Math.min(largestSide, Math.floor(Math.sqrt(media.image_matrix_limit))),
      altMax: media.description_limit,
    },
    linkCard: "with-scheme",
    threadMax,
    poll: pollLimitOf(saidOrUsual(usual.polls, configuration?.polls)),
    hasWarnings: true,
    visibilities: ["public", "unlisted", "followers", "mentioned"],
  };
}

function pollLimitOf(polls: Record<keyof typeof usual.polls, number>): PollLimit {
  return {
    optionsMax: polls.max_options,
    optionLength: polls.max_characters_per_option,
    minutesMin: Math.ceil(polls.min_expiration / 60),
    minutesMax: Math.floor(polls.max_expiration / 60),
    hasMultiple: true,
    withImages: false,
  };
}

/** What the server says, and the usual where it says nothing. */
function saidOrUsual<Name extends string>(
  usually: Readonly<Record<Name, number>>,
  said: Readonly<Partial<Record<Name, number | undefined>>> | undefined,
): Record<Name, number> {
  const heard: Record<Name, number> = { ...usually };
  for (const name in usually) heard[name] = said?.[name] ?? usually[name];
  return heard;
}

export const limits: Limits = limitsOf(undefined);
