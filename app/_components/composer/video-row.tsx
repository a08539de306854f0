"use client";

import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { wordFor } from "#lib/networks/contract/video";
import type { PostVideo } from "#lib/posts/post";

import { Button } from "../primitives/button.tsx";
import { TextArea } from "../primitives/field.tsx";

/** The video of a part, with its alt text, its properties and a player. */
export function VideoRow({
  video,
  uploadTo,
  onChange,
}: {
  video: PostVideo | undefined;
  uploadTo: string;
  onChange: (video: PostVideo | undefined) => void;
}) {
  const t = useTranslations("compose");
  if (!video) return null;
  return (
    <div className="flex items-start gap-3 px-3 pb-3 max-sm:flex-wrap">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- as it was uploaded; what it shows stands beside it */}
      <video
        className="max-h-40 w-48 flex-none rounded-1 bg-sunken"
        src={`${uploadTo}/${video.mediaId}`}
        aria-label={video.alt || t("video.name")}
        controls
        preload="metadata"
      />
      <div className="grid min-w-0 grow">
        <TextArea
          label={t("video.alt")}
          hasNoErrorRoom
          help={video.alt.trim() === "" ? t("altMissingHere") : undefined}
          rows={2}
          value={video.alt}
          onChange={(event) => onChange({ ...video, alt: event.target.value })}
        />
        <VideoFactsLine facts={video.facts} />
      </div>
      <Button
        variant="quiet"
        isIcon
        aria-label={t("video.remove")}
        onClick={() => onChange(undefined)}
      >
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}

/** The properties of the video that networks check. */
function VideoFactsLine({ facts }: { facts: PostVideo["facts"] }) {
  const t = useTranslations("compose.video");
  const format = useFormatter();
  const { width, height, seconds, frameRate, byteLength, container, codec, audioCodec } = facts;
  return (
    <p className="text-small text-ink-2">
      {t("facts", {
        width: String(width),
        height: String(height),
        length: `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`,
        frameRate: format.number(frameRate, { maximumFractionDigits: 2 }),
        megabytes: format.number(byteLength / 1e6, {
          maximumFractionDigits: 1,
          maximumSignificantDigits: 2,
          roundingPriority: "morePrecision",
        }),
        container: wordFor(container),
        codec: wordFor(codec),
        hasAudio: audioCodec ? "yes" : "no",
        audio: wordFor(audioCodec ?? ""),
      })}
    </p>
  );
}
