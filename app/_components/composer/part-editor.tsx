"use client";

import { type ReactNode, useRef, useState } from "react";

import type { PostPart } from "#lib/posts/post";

import { Notice } from "../primitives/notice.tsx";
import type { ComposerAccount } from "./draft.ts";
import { ImageList } from "./image-list.tsx";
import type { PartCount } from "./part-count.ts";
import { PartCounter } from "./part-counter.tsx";
import { PartText } from "./part-text.tsx";
import { type PartActs, PartTools } from "./part-tools.tsx";
import { typeInto } from "./text-field.ts";
import type { PeopleSource } from "./use-people.ts";
import { useUpload } from "./use-upload.ts";
import { VideoRow } from "./video-row.tsx";

interface PartProps extends PartActs {
  part: PostPart;
  label: string;
  /** The accounts that get the part. */
  readers: readonly ComposerAccount[];
  count: PartCount | undefined;
  /** Number of parts after splitting; 1 if the part fits. */
  splitsInto: number;
  onChange: (part: PostPart) => void;
  /** Like `onChange`, for pasted text. */
  onPasted: (part: PostPart) => void;
  onSplit: () => void;
  uploadTo: string;
  mentions: PeopleSource;
}

/** Editor for one part of a post: its text, its images (dropped, pasted or chosen) and what can be added. */
export function PartEditor(props: PartProps) {
  const { part, label, readers, count, splitsInto, onChange, onSplit, uploadTo, mentions } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const { add, refused, uploading } = useUpload(part, onChange, uploadTo);
  return (
    <DropZone onFiles={add}>
      <PartText
        field={field}
        label={label}
        text={part.text}
        onText={(text, isPasted) => (isPasted ? props.onPasted : onChange)({ ...part, text })}
        onFiles={(files) => void add(files)}
        mentions={mentions}
      />
      <ImageList
        images={part.images}
        readers={readers}
        uploadTo={uploadTo}
        onChange={(images) => onChange({ ...part, images })}
      />
      <VideoRow
        video={part.video}
        uploadTo={uploadTo}
        onChange={(video) => onChange({ ...part, video })}
      />
      <div className="px-3">
        <Notice tone="danger">{refused}</Notice>
      </div>
      <PartCounter {...{ count, splitsInto, onSplit }} isNamed={readers.length > 1} />
      <PartTools
        onType={(text) => field.current && typeInto(field.current, text)}
        onFiles={add}
        uploading={uploading}
        canMention={mentions.networks.length > 0}
        caret={() => field.current?.selectionStart ?? 0}
        acts={props}
      />
    </DropZone>
  );
}

/** Accepts files that are dropped anywhere on the part. */
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
      className={`rounded-2 border border-edge has-[textarea:focus-visible]:border-ink has-[textarea:focus-visible]:inset-ring has-[textarea:focus-visible]:inset-ring-ink ${isOver ? "border-dashed bg-hover" : "bg-surface"}`}
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
