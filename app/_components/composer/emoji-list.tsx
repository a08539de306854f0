"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";

import { Input } from "../primitives/field.tsx";
import { type Emoji, emojiGroups } from "./emoji-words.ts";

/** Emoji by group, or those that match a search. The list is one tab stop; arrow keys move within it. */
export function EmojiList({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations("compose");
  const [search, setSearch] = useState("");
  const groups = found(search);
  const first = groups[0]?.emoji[0];
  return (
    <>
      <Input
        type="search"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the list was asked for, and words find faster than arrows
        autoFocus
        aria-label={t("searchEmoji")}
        placeholder={t("searchEmoji")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && search && first) onChoose(first.sign);
        }}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows only move the focus between the buttons inside */}
      <div
        className="relative grid h-[min(280px,45dvh)] content-start gap-2 overflow-y-auto"
        onKeyDown={moveFocus}
      >
        {groups.map(({ group, emoji }) => (
          <fieldset key={group}>
            <legend className="text-small text-ink-3">{t(`emojiGroups.${group}`)}</legend>
            <div className="grid grid-cols-[repeat(auto-fill,minmax(36px,1fr))]">
              {emoji.map((one) => (
                <EmojiChoice
                  key={one.sign}
                  emoji={one}
                  isStop={one === first}
                  onChoose={onChoose}
                />
              ))}
            </div>
          </fieldset>
        ))}
        {first ? null : <p className="text-ink-2">{t("noEmoji")}</p>}
      </div>
    </>
  );
}

function EmojiChoice({
  emoji,
  isStop,
  onChoose,
}: {
  emoji: Emoji;
  isStop: boolean;
  onChoose: (emoji: string) => void;
}) {
  const words = useLocale().startsWith("nl") ? emoji.nl : emoji.en;
  const [name] = words.split(",");
  return (
    <button
      type="button"
      data-emoji=""
      className="min-h-9 cursor-pointer rounded-1 text-title leading-none hover:bg-hover focus-visible:-outline-offset-2"
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      title={name}
      onClick={() => onChoose(emoji.sign)}
    >
      {emoji.sign}
    </button>
  );
}

function found(search: string) {
  const wanted = search.trim().toLowerCase();
  if (!wanted) return emojiGroups;
  return emojiGroups
    .map(({ group, emoji }) => ({
      group,
      emoji: emoji.filter(({ en, nl }) => `${en}, ${nl}`.toLowerCase().includes(wanted)),
    }))
    .filter(({ emoji }) => emoji.length > 0);
}

/** Moves the focus: left and right by one, up and down to the nearest emoji of the next row. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const here = document.activeElement;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-emoji]")];
  const place = all.findIndex((one) => one === here);
  const next = { ArrowRight: place + 1, ArrowLeft: place - 1 }[event.key];
  const isLine = event.key === "ArrowDown" || event.key === "ArrowUp";
  if (place < 0 || (next === undefined && !isLine)) return;
  event.preventDefault();
  const target = isLine ? nearest(all, place, event.key === "ArrowDown" ? 1 : -1) : all[next ?? 0];
  target?.focus();
}

function nearest(all: readonly HTMLElement[], place: number, way: 1 | -1): HTMLElement | undefined {
  const from = all[place];
  const lines = way === 1 ? all.slice(place + 1) : all.slice(0, Math.max(place, 0)).toReversed();
  const line = lines.find((one) => from && one.offsetTop !== from.offsetTop)?.offsetTop;
  return lines
    .filter((one) => one.offsetTop === line)
    .toSorted((a, b) => distance(a, from) - distance(b, from))[0];
}

function distance(one: HTMLElement, other: HTMLElement | undefined): number {
  return Math.abs(one.offsetLeft - (other?.offsetLeft ?? 0));
}
