"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";

import { shortenText } from "#lib/kernel/cut-text";
import { isFoundBy, readSearch } from "#lib/search/search-words";
import { places } from "#lib/views/places";

import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Input } from "../primitives/field.tsx";
import { tellLeaving } from "../primitives/leaving.ts";
import { FindRow, type Found } from "./find-row.tsx";
import { useFound } from "./use-found.ts";

/** Search field for pages, actions, people and posts. Arrow keys select, Enter opens. */
export function FindPanel({ slug, onClose }: { slug: string; onClose: () => void }) {
  const t = useTranslations("find");
  const router = useRouter();
  const listId = useId();
  const [search, setSearch] = useState("");
  const { rows: found, hasMore } = useRows(slug, search);
  const { active, onKeyDown, restart } = useChoice(found, go);

  function go({ href }: Found): void {
    onClose();
    tellLeaving();
    router.push(href);
  }
  return (
    <Dialog
      title={t("title")}
      isOpen
      onClose={onClose}
      actions={<Button onClick={onClose}>{t("close")}</Button>}
    >
      <Input
        type="search"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it suggests and searches, which no tag does
        role="combobox"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
        autoFocus
        aria-label={t("search")}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={active ? `${listId}-${active.href}` : undefined}
        placeholder={t("search")}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          restart();
        }}
        onKeyDown={onKeyDown}
      />
      <FindList {...{ listId, found, hasMore, active }} onTake={go} />
    </Dialog>
  );
}

function FindList({
  listId,
  found,
  hasMore,
  active,
  onTake,
}: {
  listId: string;
  found: readonly Found[];
  hasMore: boolean;
  active: Found | undefined;
  onTake: (found: Found) => void;
}) {
  const t = useTranslations("find");
  return (
    <>
      <div
        id={listId}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no tag lists beside a field that keeps the focus
        role="listbox"
        aria-label={t("title")}
        className="max-h-[min(360px,50dvh)] overflow-y-auto"
      >
        {found.map((one) => (
          <FindRow
            key={one.href}
            id={`${listId}-${one.href}`}
            found={one}
            isActive={one === active}
            onTake={onTake}
          />
        ))}
      </div>
      {found.length === 0 ? <p className="text-ink-2">{t("nothing")}</p> : null}
      {hasMore ? <p className="text-small text-ink-2">{t("hasMore")}</p> : null}
    </>
  );
}

function useChoice(found: readonly Found[], onTake: (found: Found) => void) {
  const [place, setPlace] = useState(0);
  const active = found[Math.min(place, found.length - 1)];
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setPlace((place + step + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter" && active) onTake(active);
    else return;
    event.preventDefault();
  }
  return { active, onKeyDown, restart: () => setPlace(0) };
}

function useRows(slug: string, search: string): { rows: Found[]; hasMore: boolean } {
  const t = useTranslations("find");
  const states = useTranslations("delivery.status");
  const wanted = search.trim();
  const { people, posts, hasMore } = useFound(slug, wanted);
  const pages = places
    .map(([key, page]) => ({ label: t(key), aside: "", href: `/${slug}/${page}` }))
    .filter(({ label }) => isFoundBy(label, readSearch(wanted)));
  const rows = [
    ...pages,
    ...people.map(({ id, name, handle }) => ({
      label: name,
      aside: handle && `@${handle.replace(/^@/, "")}`,
      href: `/${slug}/people/${id}`,
    })),
    ...posts.map(({ id, text, status }) => ({
      label: shortenText(text, 60) || t("withoutText"),
      aside: states(status),
      href: status === "draft" ? `/${slug}/compose?post=${id}` : `/${slug}/posts/${id}`,
    })),
  ];
  return { rows, hasMore: hasMore.people || hasMore.posts };
}
