"use client";

import { ArrowDown, ArrowUp, AtSign, ImagePlus, ListPlus, Scissors, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";

import { Button, buttonLook } from "../primitives/button.tsx";
import { EmojiButton } from "./emoji-button.tsx";

/** Actions for a part as a whole; undefined actions are not available now. */
export interface PartActs {
  onSplitAt?: ((at: number) => void) | undefined;
  onMoveUp?: (() => void) | undefined;
  onMoveDown?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  onAddPart?: (() => void) | undefined;
}

/** Tools to add to a part, below its text. `onType` inserts text at the caret. */
export function PartTools({
  onType,
  onFiles,
  uploading,
  canMention,
  caret,
  acts,
}: {
  onType: (text: string) => void;
  onFiles: (files: File[]) => Promise<void>;
  /** Percent; undefined if nothing is being uploaded. */
  uploading: number | undefined;
  canMention: boolean;
  /** Returns the position of the caret in the text. */
  caret: () => number;
  acts: PartActs;
}) {
  const t = useTranslations("compose");
  return (
    <div className="flex flex-wrap items-center border-t px-1 py-[3px]">
      <AddFiles onAdd={onFiles} uploading={uploading} />
      <EmojiButton onChoose={onType} />
      {canMention ? (
        <Button variant="quiet" onClick={() => onType("@")}>
          <AtSign aria-hidden="true" />
          {t("mention")}
        </Button>
      ) : null}
      <span className="grow" />
      <ThreadTools acts={acts} caret={caret} />
    </div>
  );
}

/** Buttons that split a part, move it or add another one. */
function ThreadTools({ acts, caret }: { acts: PartActs; caret: () => number }) {
  const { onSplitAt, onMoveUp, onMoveDown, onRemove, onAddPart } = acts;
  const t = useTranslations("compose");
  return (
    <>
      <Move how="up" label={t("moveUp")} onMove={onMoveUp} />
      <Move how="down" label={t("moveDown")} onMove={onMoveDown} />
      {onSplitAt ? (
        <Button variant="quiet" onClick={() => onSplitAt(caret())}>
          <Scissors aria-hidden="true" />
          {t("splitHere")}
        </Button>
      ) : null}
      {onRemove ? (
        <Button variant="quiet" isIcon aria-label={t("removePart")} onClick={onRemove}>
          <Trash2 aria-hidden="true" />
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

function Move({
  how,
  label,
  onMove,
}: {
  how: "up" | "down";
  label: string;
  onMove: (() => void) | undefined;
}) {
  if (!onMove) return null;
  const Icon = how === "up" ? ArrowUp : ArrowDown;
  return (
    <Button variant="quiet" isIcon data-move={how} aria-label={label} onClick={onMove}>
      <Icon aria-hidden="true" />
    </Button>
  );
}

function AddFiles({
  onAdd,
  uploading,
}: {
  onAdd: (files: File[]) => Promise<void>;
  /** Percent; undefined if nothing is being uploaded. */
  uploading: number | undefined;
}) {
  const t = useTranslations("compose");
  const id = useId();
  return (
    <>
      <label
        htmlFor={id}
        className={`${buttonLook("quiet")} has-[+:focus-visible]:outline-2 has-[+:focus-visible]:outline-focus`}
      >
        <ImagePlus aria-hidden="true" />
        {uploading === undefined ? t("images") : t("uploading", { percent: uploading })}
      </label>
      <input
        id={id}
        type="file"
        className="sr-only"
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif,image/avif,video/mp4,video/quicktime,video/webm,video/x-matroska,.mp4,.m4v,.mov,.webm,.mkv"
        onChange={(event) => {
          void onAdd([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}
