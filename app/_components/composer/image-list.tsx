"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";

import type { PostPart } from "#lib/posts/post";

import { Button } from "../primitives/button.tsx";
import { TextArea } from "../primitives/field.tsx";

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
    <ul className="grid gap-2 px-3 pb-3">
      {images.map((image, index) => (
        <li key={image.mediaId} className="flex items-start gap-3">
          {/* oxlint-disable-next-line nextjs/no-img-element -- our own bytes, already small, behind the session */}
          <img
            className="size-19 flex-none rounded-1 bg-sunken object-cover"
            src={`${uploadTo}/${image.mediaId}`}
            alt={image.alt || t("imageNumber", { number: index + 1 })}
          />
          <div className="grow">
            <TextArea
              label={t("altLabel", { number: index + 1 })}
              hasNoErrorRoom
              rows={2}
              value={image.alt}
              onChange={(event) =>
                onChange(
                  images.map((one) => (one === image ? { ...one, alt: event.target.value } : one)),
                )
              }
            />
          </div>
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
