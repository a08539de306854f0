"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import type { PostPart } from "#lib/posts/post";

import { type UploadFailure, uploadImages } from "./upload-images.ts";
import { isVideoFile, uploadVideo } from "./upload-video.ts";

/**
 * Uploads files one after another. Refused files are named, the others are added. A part has one video; a
 * later one replaces it.
 */
export function useUpload(part: PostPart, onChange: (part: PostPart) => void, uploadTo: string) {
  const t = useTranslations();
  const [refused, setRefused] = useState("");
  /** Percent of a video upload; 0 if its progress is unknown. */
  const [uploading, setUploading] = useState<number>();
  // `onChange` closes over the draft of its render; the ref keeps changes that are made during the upload.
  const current = useRef({ part, onChange });
  useEffect(() => {
    current.current = { part, onChange };
  }, [part, onChange]);

  async function addImages(files: File[]): Promise<UploadFailure[]> {
    if (files.length === 0) return [];
    const { ids, failures } = await uploadImages(uploadTo, files);
    const { part: now, onChange: change } = current.current;
    const images = [...now.images, ...ids.map((mediaId) => ({ mediaId, alt: "" }))];
    if (ids.length > 0) change({ ...now, images });
    return failures;
  }

  async function addVideo(file: File | undefined): Promise<UploadFailure[]> {
    if (!file) return [];
    const uploaded = await uploadVideo(uploadTo, file, setUploading);
    if (!("id" in uploaded)) return [uploaded];
    const { part: now, onChange: change } = current.current;
    const { id: mediaId, video: facts } = uploaded;
    change({ ...now, video: { mediaId, alt: "", facts } });
    return [];
  }

  async function add(files: File[]) {
    if (files.length === 0) return;
    setUploading(0);
    setRefused("");
    const failures = [
      ...(await addImages(files.filter((file) => !isVideoFile(file)))),
      ...(await addVideo(files.findLast(isVideoFile))),
    ];
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
    setUploading(undefined);
  }
  return { add, refused, uploading };
}
