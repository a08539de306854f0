import type { Limits, PollLimit, Visibility } from "../contract/limits.ts";
import { type VideoLimit, videoTypes } from "../contract/video.ts";
import type { InstanceAnswer } from "./wire.ts";

type Media = NonNullable<InstanceAnswer["configuration"]>["media_attachments"];

type Said<Of extends object> = { readonly [Name in keyof Of]?: number | undefined } | undefined;

/** The defaults of Mastodon 4.6, for forms that are shown before a server is known. */
const usual = {
  statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
  media: { description_limit: 1_500, image_size_limit: 16_777_216, image_matrix_limit: 33_177_600 },
  video: {
    video_size_limit: 103_809_024,
    video_matrix_limit: 8_294_400,
    video_frame_rate_limit: 120,
  },
  polls: {
    max_options: 4,
    max_characters_per_option: 50,
    min_expiration: 300,
    max_expiration: 2_629_746,
  },
};

/**
 * The smallest common limits, for servers that do not state theirs. 0 per link counts links at full length,
 * so that no text is counted too short.
 */
const smallest: Omit<typeof usual, "polls" | "video"> = {
  statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 0 },
  media: { description_limit: 420, image_size_limit: 2_097_152, image_matrix_limit: 16_777_216 },
};

/** Larger images have no benefit and are slow to process. */
const largestSide = 4_096;
const threadMax = 25;

export const networkVisibilities = {
  public: "public",
  unlisted: "unlisted",
  followers: "private",
  mentioned: "direct",
} as const satisfies Record<Visibility, string>;

/**
 * Returns the limits from the server's `configuration`. Missing values are the smallest common ones; without
 * a stated poll limit there are no polls.
 */
export function limitsOf(configuration: InstanceAnswer["configuration"]): Limits {
  const { statuses, media_attachments: media, polls } = configuration ?? {};
  const isSilent =
    statuses?.max_characters === undefined ||
    statuses.max_media_attachments === undefined ||
    media?.image_size_limit === undefined;
  return {
    ...limitsBy({
      statuses: saidOr(smallest.statuses, statuses),
      media: saidOr(smallest.media, media),
      polls: polls && saidOr(usual.polls, polls),
    }),
    ...videoIn(media),
    ...(isSilent && { isAssumed: true }),
  };
}

/**
 * Supports video only if the server states its types and maximum size. Other missing values are Mastodon's
 * defaults.
 */
function videoIn(media: Media): Pick<Limits, "video"> {
  const { supported_mime_types: types = [], video_size_limit: maxBytes } = media ?? {};
  const containers = videoContainers.filter((one) => types.includes(videoTypes[one]));
  if (maxBytes === undefined || containers.length === 0) return {};
  const said = saidOr(usual.video, media);
  return { video: videoBy(said, containers, media?.description_limit) };
}

const videoContainers = ["mp4", "mov", "webm"] as const;

function videoBy(
  said: typeof usual.video,
  containers: VideoLimit["containers"],
  altMax = smallest.media.description_limit,
): VideoLimit {
  return {
    maxBytes: said.video_size_limit,
    containers,
    pixelsMax: said.video_matrix_limit,
    frameRateMax: said.video_frame_rate_limit,
    altMax,
  };
}

interface Known {
  readonly statuses: typeof usual.statuses;
  readonly media: typeof usual.media;
  readonly polls: typeof usual.polls | undefined;
}

function limitsBy({ statuses, media, polls }: Known): Limits {
  const { characters_reserved_per_url: linkLength } = statuses;
  return {
    text: {
      max: statuses.max_characters,
      // `StatusLengthValidator` counts grapheme clusters.
      unit: "graphemes",
      ...(linkLength > 0 && { linkLength, hasShortMentions: true }),
    },
    images: {
      max: statuses.max_media_attachments,
      maxBytes: media.image_size_limit,
      maxSide: Math.min(largestSide, Math.floor(Math.sqrt(media.image_matrix_limit))),
      altMax: media.description_limit,
    },
    linkCard: "with-scheme",
    threadMax,
    ...(polls && { poll: pollLimitOf(polls) }),
    hasWarnings: true,
    visibilities: ["public", "unlisted", "followers", "mentioned"],
  };
}

function pollLimitOf(polls: typeof usual.polls): PollLimit {
  return {
    optionsMax: polls.max_options,
    optionLength: polls.max_characters_per_option,
    minutesMin: Math.ceil(polls.min_expiration / 60),
    minutesMax: Math.floor(polls.max_expiration / 60),
    hasMultiple: true,
    withImages: false,
  };
}

/** Returns the server's values, with defaults for missing ones. */
function saidOr<Of extends Readonly<Record<string, number>>>(otherwise: Of, said: Said<Of>): Of {
  const heard: Record<string, number> = { ...otherwise };
  for (const name in otherwise) heard[name] = said?.[name] ?? otherwise[name] ?? 0;
  return heard as Of;
}

export const limits: Limits = {
  ...limitsBy(usual),
  video: videoBy(usual.video, videoContainers, usual.media.description_limit),
};
