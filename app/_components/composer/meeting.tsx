"use client";

import { useTranslations } from "next-intl";

import { Button } from "../primitives/button.tsx";
import { useRefusal } from "../primitives/use-refusal.ts";
import type { ComposerAccount } from "./draft.ts";
import type { useComposer } from "./use-composer.ts";

/**
 * Somebody else changed the post meanwhile: shows their version beside this one, to choose one or merge by
 * hand.
 */
export function Meeting({
  composer,
  accounts,
}: {
  composer: ReturnType<typeof useComposer>;
  accounts: readonly ComposerAccount[];
}) {
  const t = useTranslations("compose.met");
  const inWords = useRefusal();
  const { met, meeting, detach } = composer;
  if (!met) return null;
  if (met.refusal === "not-found")
    return (
      <section className={box} aria-label={t("gone")}>
        <p>{t("gone")}</p>
        <Button onClick={() => void detach()}>{t("keepAsNew")}</Button>
      </section>
    );
  const { theirs, keepMine, takeTheirs } = meeting;
  return (
    <section className={box} aria-label={t("title")}>
      <p>{inWords(met)}</p>
      {theirs ? <Theirs draft={theirs.draft} accounts={accounts} /> : null}
      <p className="text-small text-ink-2">{t("how")}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="ink" disabled={!theirs} onClick={keepMine}>
          {t("keepMine")}
        </Button>
        <Button disabled={!theirs} onClick={takeTheirs}>
          {t("takeTheirs")}
        </Button>
      </div>
    </section>
  );
}

function Theirs({
  draft: { parts, versions },
  accounts,
}: {
  draft: NonNullable<ReturnType<typeof useComposer>["meeting"]["theirs"]>["draft"];
  accounts: readonly ComposerAccount[];
}) {
  const t = useTranslations("compose.met");
  const own = Object.entries(versions).map(([id, ownParts]) => {
    const account = accounts.find((one) => one.id === id);
    return [account ? `${account.networkLabel} · @${account.handle}` : id, ownParts] as const;
  });
  return [[t("theirs"), parts] as const, ...own].map(([name, shown]) => (
    <div key={name} className="grid gap-1">
      <b className="text-small font-semibold">{name}</b>
      {shown.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a part is its place in the thread
        <p key={index} className="border-s-2 ps-3 wrap-anywhere whitespace-pre-wrap">
          {part.text}
          {part.video ? <span className="block text-small text-ink-2">{t("video")}</span> : null}
          {part.images.length > 0 ? (
            <span className="block text-small text-ink-2">
              {t("images", { count: part.images.length })}
            </span>
          ) : null}
        </p>
      ))}
    </div>
  ));
}

const box =
  "grid justify-items-start gap-2 rounded-2 border border-edge bg-sunken px-3 py-2 text-read";
