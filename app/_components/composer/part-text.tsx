"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useId } from "react";

import { MentionList, optionId } from "./mention-list.tsx";
import { useMentions } from "./use-mentions.ts";
import type { PeopleSource } from "./use-people.ts";

/** The text field of a part, with a list of people while a name is typed after an @. */
export function PartText({
  field,
  label,
  text,
  onText,
  onFiles,
  mentions,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  text: string;
  /** `isPasted`: whether the text was pasted. */
  onText: (text: string, isPasted: boolean) => void;
  onFiles: (files: File[]) => void;
  mentions: PeopleSource;
}) {
  const t = useTranslations("compose");
  const listId = useId();
  const { people, active, look, take, onKeyDown, close } = useMentions(field, mentions);
  useTypedBefore(field, text, (typed) => onText(typed, false));
  return (
    <>
      <textarea
        ref={field}
        className="block field-sizing-content min-h-[130px] w-full resize-y bg-transparent px-3.5 py-3 text-head leading-[23px] font-normal outline-none placeholder:text-ink-3 placeholder:opacity-100 max-sm:text-phone"
        aria-label={label}
        aria-autocomplete="list"
        // Otherwise the browser restores old text on Back, although the server may have a newer one.
        autoComplete="off"
        {...(active
          ? { "aria-controls": listId, "aria-activedescendant": optionId(listId, active) }
          : {})}
        rows={6}
        value={text}
        placeholder={t("placeholder")}
        onChange={(event) => {
          onText(event.target.value, isPaste(event.nativeEvent));
          look();
        }}
        onClick={look}
        onKeyDown={onKeyDown}
        onBlur={close}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) onFiles([...event.clipboardData.files]);
        }}
      />
      <MentionList id={listId} people={people} active={active} onTake={take} />
    </>
  );
}

/** Takes over text that was typed before hydration, unless a restored copy has replaced it. */
function useTypedBefore(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onText: (text: string) => void,
): void {
  useEffect(() => {
    const typed = field.current?.value;
    const shown = text.replaceAll("\r\n", "\n");
    if (typed === undefined || typed === shown) return undefined;
    const timer = setTimeout(() => {
      const now = field.current?.value;
      if (now === typed || now === shown) onText(typed);
    });
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the page begins to listen
  }, []);
}

function isPaste(input: Event): boolean {
  return input instanceof InputEvent && /^insertFrom(Paste|Drop)$/.test(input.inputType);
}
