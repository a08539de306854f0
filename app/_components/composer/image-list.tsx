"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";

import type { PostPart } from "#lib/posts/post";

import { Button } from "../primitives/button.tsx";

type Images = PostPart["images"];

/** The images of a part, each with what it shows for people who do not see it. */
export function ImageList({
  images,
  uploadTo,
  onChange,
}: {
  images: Images;
  uploadTo: string;
  onChange: (images: Images) => void;
}) {
  const t = useTranslations("compose");
  if (images.length === 0) return null;
  return (
    <ul className="composer-images">
      {images.map((image, index) => (
        <li key={image.mediaId}>
          {/* oxlint-disable-next-line nextjs/no-img-element -- our own bytes, already small, behind the session */}
          <img
            src={`${uploadTo}/${image.mediaId}`}
            alt={image.alt || t("imageNumber", { number: index + 1 })}
          />
          <label className="field grow">
            <span className="text-small">{t("altLabel", { number: index + 1 })}</span>
            <textarea
              className="input"
              rows={2}
              value={image.alt}
              onChange={(event) =>
                onChange(
                  images.map((one) => (one === image ? { ...one, alt: event.target.value } : one)),
                )
              }
            />
          </label>
          <Button
            variant="quiet"
            isIcon
            aria-label={t("removeImage", { number: index + 1 })}
            onClick={() => onChange(images.filter((one) => one !== image))}
          >
            <X aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
