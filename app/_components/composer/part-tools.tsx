"use client";

import { AtSign, ImagePlus, ListPlus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";

import { Button, buttonLook } from "../primitives/button.tsx";
import { EmojiButton } from "./emoji-button.tsx";

/** What can be added to a part, below its text. `onType` writes where the caret is. */
export function PartTools({
  onType,
  onFiles,
  isUploading,
  canMention,
  onRemove,
  onAddPart,
}: {
  onType: (text: string) => void;
  onFiles: (files: File[]) => Promise<void>;
  isUploading: boolean;
  canMention: boolean;
  onRemove: (() => void) | undefined;
  onAddPart: (() => void) | undefined;
}) {
  const t = useTranslations("compose");
  return (
    <div className="flex flex-wrap items-center border-t px-1 py-[3px]">
      <AddImages onAdd={onFiles} isUploading={isUploading} />
      <EmojiButton onChoose={onType} />
      {canMention ? (
        <Button variant="quiet" onClick={() => onType("@")}>
          <AtSign aria-hidden="true" />
          {t("mention")}
        </Button>
      ) : null}
      <span className="grow" />
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
      <label
        htmlFor={id}
        className={`${buttonLook("quiet")} has-[+:focus-visible]:outline-2 has-[+:focus-visible]:outline-focus`}
      >
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
