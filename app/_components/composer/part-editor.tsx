"use client";

import { ImagePlus, ListPlus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

import type { PostPart } from "#lib/posts/post";

import { Button } from "../primitives/button.tsx";
import { Notice } from "../primitives/notice.tsx";
import { ImageList } from "./image-list.tsx";
import { uploadImages } from "./upload-images.ts";

/** One part of a post: its text, its images (dropped, pasted or chosen), and what can be added. */
export function PartEditor({
  part,
  label,
  onChange,
  onRemove,
  onAddPart,
  uploadTo,
}: {
  part: PostPart;
  label: string;
  onChange: (part: PostPart) => void;
  onRemove?: () => void;
  onAddPart?: () => void;
  uploadTo: string;
}) {
  const t = useTranslations("compose");
  const { add, refused, isUploading } = useUpload(part, onChange, uploadTo);
  return (
    <DropZone onFiles={add}>
      <textarea
        className="composer-text"
        aria-label={label}
        rows={6}
        value={part.text}
        placeholder={t("placeholder")}
        onChange={(event) => onChange({ ...part, text: event.target.value })}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) void add([...event.clipboardData.files]);
        }}
      />
      <ImageList
        images={part.images}
        uploadTo={uploadTo}
        onChange={(images) => onChange({ ...part, images })}
      />
      <div className="px-3">
        <Notice tone="danger">{refused}</Notice>
      </div>
      <div className="composer-tools">
        <AddImages onAdd={add} isUploading={isUploading} />
        <span className="grow" />
        <PartButtons {...{ onRemove, onAddPart }} />
      </div>
    </DropZone>
  );
}

function PartButtons({
  onRemove,
  onAddPart,
}: {
  onRemove: (() => void) | undefined;
  onAddPart: (() => void) | undefined;
}) {
  const t = useTranslations("compose");
  return (
    <>
      {onRemove ? (
        <Button variant="quiet" onClick={onRemove}>
          <Trash2 aria-hidden="true" />
          {t("removePart")}
        </Button>
      ) : null}
      {onAddPart ? (
        <Button variant="quiet" onClick={onAddPart}>
          <ListPlus aria-hidden="true" />
          {onRemove ? t("addPart") : t("makeThread")}
        </Button>
      ) : null}
    </>
  );
}

/** Takes files that are dropped anywhere on the part. */
function DropZone({
  onFiles,
  children,
}: {
  onFiles: (files: File[]) => Promise<void>;
  children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={isOver ? "composer-part composer-part-over" : "composer-part"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}

function AddImages({
  onAdd,
  isUploading,
}: {
  onAdd: (files: File[]) => Promise<void>;
  isUploading: boolean;
}) {
  const t = useTranslations("compose");
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="btn btn-quiet composer-upload">
        <ImagePlus aria-hidden="true" />
        {isUploading ? t("uploading") : t("images")}
      </label>
      <input
        id={id}
        type="file"
        className="sr-only"
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
        onChange={(event) => {
          void onAdd([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}

/** Uploads one after another; what is refused is named, the others stay. */
function useUpload(part: PostPart, onChange: (part: PostPart) => void, uploadTo: string) {
  const t = useTranslations();
  const [refused, setRefused] = useState("");
  const [isUploading, setUploading] = useState(false);
  const current = useRef(part);
  useEffect(() => {
    current.current = part;
  }, [part]);
  async function add(files: File[]) {
    if (files.length === 0) return;
    setUploading(true);
    setRefused("");
    const { ids, failures } = await uploadImages(uploadTo, files);
    const images = [...current.current.images, ...ids.map((mediaId) => ({ mediaId, alt: "" }))];
    if (ids.length > 0) onChange({ ...current.current, images });
    setRefused(
      failures
        .map(({ fileName, refusal, detail }) =>
          t("compose.imageRefused", {
            fileName,
            reason: t.has(`refusals.${refusal}`)
              ? t(`refusals.${refusal}`, detail)
              : t("common.noConnection"),
          }),
        )
        .join(" "),
    );
    setUploading(false);
  }
  return { add, refused, isUploading };
}
