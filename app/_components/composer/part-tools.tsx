"use client";

import { ArrowDown, ArrowUp, AtSign, ImagePlus, ListPlus, Scissors, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";

import { Button, buttonLook } from "../primitives/button.tsx";
import { EmojiButton } from "./emoji-button.tsx";

/** What can be done with a part as a whole; what is absent cannot be done now. */
export interface PartActs {
  onSplitAt?: ((at: number) => void) | undefined;
  onMoveUp?: (() => void) | undefined;
  onMoveDown?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  onAddPart?: (() => void) | undefined;
}

/** What can be added to a part, below its text. `onType` writes where the caret is. */
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
  /** Percent; absent where nothing is on its way. */
  uploading: number | undefined;
  canMention: boolean;
  /** Where the caret is in the text. */
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

/** What makes a thread of a post, and changes the order of its parts. */
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
  /** Percent; absent where nothing is on its way. */
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
