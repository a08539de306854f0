"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";

import { Keys } from "../primitives/keys.tsx";

const opening = "shoutloop:find-or-do";

/** Loaded only when somebody opens it. */
const FindPanel = lazy(async () => {
  const { FindPanel: panel } = await import("./find-panel.tsx");
  return { default: panel };
});

/** Opens the panel by Ctrl K (⌘ K) or by the button. */
export function FindOrDo({ slug }: { slug: string }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener(opening, open);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener(opening, open);
      window.removeEventListener("keydown", onKey);
    };
  }, []);
  if (!isOpen) return null;
  return (
    <Suspense>
      <FindPanel slug={slug} onClose={() => setOpen(false)} />
    </Suspense>
  );
}

/** A button that looks like the search field that it opens. */
export function FindButton() {
  const t = useTranslations("find");
  return (
    <button
      type="button"
      className="flex min-h-control w-[210px] cursor-pointer items-center gap-2 rounded-2 border border-edge pe-1.5 ps-2.5 text-start text-ink-2 hover:bg-hover"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => window.dispatchEvent(new Event(opening))}
    >
      <Search size={14} aria-hidden="true" />
      <span className="grow">{t("title")}</span>
      <Keys isHidden>Ctrl K</Keys>
    </button>
  );
}
