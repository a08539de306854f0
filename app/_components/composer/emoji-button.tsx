"use client";

import { Smile } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useRef, useState } from "react";

import { Button } from "../primitives/button.tsx";
import { Popover } from "../primitives/popover.tsx";

/** Loaded only when somebody opens it. */
const EmojiList = lazy(async () => {
  const { EmojiList: list } = await import("./emoji-list.tsx");
  return { default: list };
});

/** Button that opens the emoji list; the chosen emoji is passed to `onChoose` after the list has closed. */
export function EmojiButton({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations("compose");
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant="quiet"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Smile aria-hidden="true" />
        {t("emoji")}
      </Button>
      <Popover
        isTight
        label={t("emoji")}
        anchor={button}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <Suspense fallback={<p className="text-ink-2">{t("loading")}</p>}>
          <EmojiList
            onChoose={(emoji) => {
              setOpen(false);
              // After closing, so that the button does not take the focus back.
              setTimeout(() => onChoose(emoji));
            }}
          />
        </Suspense>
      </Popover>
    </>
  );
}
