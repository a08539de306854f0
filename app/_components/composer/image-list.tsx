"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import type { PostPart } from "#lib/posts/post";

import { Button } from "../primitives/button.tsx";
import { TextArea } from "../primitives/field.tsx";
import type { ComposerAccount } from "./draft.ts";
import { ImageNotes } from "./image-notes.tsx";
import type { ImageSize } from "./judge-images.ts";

type Images = PostPart["images"];

/** The images of a part, each with its alt text. */
export function ImageList({
  images,
  readers,
  uploadTo,
  onChange,
}: {
  images: Images;
  /** The accounts that get the images. */
  readers: readonly ComposerAccount[];
  uploadTo: string;
  onChange: (images: Images) => void;
}) {
  if (images.length === 0) return null;
  return (
    <ul className="grid gap-2 px-3 pb-3">
      {images.map((image, index) => (
        <ImageRow
          key={image.mediaId}
          image={image}
          number={index + 1}
          address={`${uploadTo}/${image.mediaId}`}
          readers={readers}
          onAlt={(alt) => onChange(images.map((one) => (one === image ? { ...one, alt } : one)))}
          onRemove={() => onChange(images.filter((one) => one !== image))}
        />
      ))}
    </ul>
  );
}

function ImageRow({
  image,
  number,
  address,
  readers,
  onAlt,
  onRemove,
}: {
  image: Images[number];
  number: number;
  address: string;
  readers: readonly ComposerAccount[];
  onAlt: (alt: string) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("compose");
  const { size, shown } = useSize();
  return (
    <li className="flex items-start gap-3">
      {/* oxlint-disable-next-line nextjs/no-img-element -- our own bytes, already small, behind the session */}
      <img
        {...shown}
        className="size-19 flex-none rounded-1 bg-sunken object-cover"
        src={address}
        alt={image.alt || t("imageNumber", { number })}
      />
      <div className="grid min-w-0 grow">
        <TextArea
          label={t("altLabel", { number })}
          hasNoErrorRoom
          help={image.alt.trim() === "" ? t("altMissingHere") : undefined}
          rows={2}
          value={image.alt}
          onChange={(event) => onAlt(event.target.value)}
        />
        <ImageNotes number={number} size={size} readers={readers} />
      </div>
      <Button variant="quiet" isIcon aria-label={t("removeImage", { number })} onClick={onRemove}>
        <X aria-hidden="true" />
      </Button>
    </li>
  );
}

/** Measures an image once it is loaded, also if it had loaded before hydration. */
function useSize() {
  const [size, setSize] = useState<ImageSize>();
  const image = useRef<HTMLImageElement>(null);
  const measure = () => {
    const { naturalWidth: width = 0, naturalHeight: height = 0 } = image.current ?? {};
    if (width > 0) setSize({ width, height });
  };
  // oxlint-disable-next-line react/exhaustive-deps -- once: later loads tell themselves
  useEffect(measure, []);
  return { size, shown: { ref: image, onLoad: measure } };
}
