"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import type { PostPart } from "#lib/posts/post";

import { type UploadFailure, uploadImages } from "./upload-images.ts";
import { isVideoFile, uploadVideo } from "./upload-video.ts";

/** Uploads one after another; what is refused is named, the others stay. A part has one video: a later one takes its place. */
export function useUpload(part: PostPart, onChange: (part: PostPart) => void, uploadTo: string) {
  const t = useTranslations();
  const [refused, setRefused] = useState("");
  /** Percent of a video; 0 where nothing is known of how far it is. */
  const [uploading, setUploading] = useState<number>();
  // What was written or chosen while it was on its way is kept: `onChange` holds the draft of its time, too.
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
