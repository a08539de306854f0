"use client";

import { useTranslations } from "next-intl";

import { firstSign } from "#lib/kernel/cut-text";
import type { PostPart } from "#lib/posts/post";

import { NetworkIcon } from "../network-icon.tsx";
import { SectionHead } from "../primitives/section.tsx";
import type { ComposerProps } from "./composer-props.ts";
import { type ComposerAccount, type Draft, shownParts } from "./draft.ts";
import { LinkCard } from "./link-card.tsx";
import { PreviewPoll, PreviewReaders, PreviewWarning } from "./preview-options.tsx";
import { useLinkPreview } from "./use-link-preview.ts";

type Links = Pick<ComposerProps["links"], "uploads" | "linkPreview">;

/** What people will see, an account at a time: text, images and link cards, not to the pixel. */
export function Previews({
  accounts,
  draft,
  links,
}: {
  accounts: readonly ComposerAccount[];
  draft: Draft;
  links: Links;
}) {
  const t = useTranslations("compose");
  return (
    <section aria-labelledby="previews" className="grid content-start gap-2">
      <SectionHead id="previews" title={t("asSeen")} aside={t("asSeenAside")} />
      {accounts.length === 0 ? <p className="text-ink-2">{t("noPreview")}</p> : null}
      {accounts.map((account) => (
        <Preview key={account.id} account={account} draft={draft} links={links} />
      ))}
    </section>
  );
}

function Preview({
  account,
  draft,
  links,
}: {
  account: ComposerAccount;
  draft: Draft;
  links: Links;
}) {
  const t = useTranslations("compose");
  return (
    <article
      className="rounded-3 border border-line-2 bg-surface p-3"
      aria-label={`${account.networkLabel} @${account.handle}`}
    >
      <header className="flex items-center gap-2">
        <span
          className="grid size-[34px] flex-none place-items-center rounded-full bg-ink font-semibold text-on-ink"
          aria-hidden="true"
        >
          {firstSign(account.displayName).toUpperCase()}
        </span>
        <span className="min-w-0 grow">
          <b className="block font-semibold">{account.displayName}</b>
          <span className="block truncate text-small text-ink-3">@{account.handle}</span>
        </span>
        {account.id in draft.versions ? <b className="text-small">{t("ownVersion")}</b> : null}
        {account.isSimulated ? (
          <span className="text-small text-ink-3">{t("simulated")}</span>
        ) : null}
        <NetworkIcon network={account.network} label={account.networkLabel} />
      </header>
      <PreviewReaders part={shownParts(draft, account.id)[0]} limits={account.limits} />
      {shownParts(draft, account.id).map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a part is its place in the thread
        <PreviewPart key={index} part={part} account={account} links={links} />
      ))}
    </article>
  );
}

function PreviewPart({
  part,
  account,
  links,
}: {
  part: PostPart;
  account: ComposerAccount;
  links: Links;
}) {
  const t = useTranslations("compose");
  const rule = part.images.length === 0 ? account.limits.linkCard : undefined;
  const preview = useLinkPreview(part.text, rule, links.linkPreview);
  return (
    <div className="pt-2 not-first-of-type:mt-2 not-first-of-type:border-t">
      <PreviewWarning part={part} limits={account.limits} />
      <p className="wrap-anywhere whitespace-pre-wrap">
        {part.text ? <Marked text={part.text} /> : <i className="text-ink-3">{t("noText")}</i>}
      </p>
      <PreviewPoll part={part} limits={account.limits} />
      {part.images.length > 0 ? (
        <div className="mt-2 grid grid-cols-[repeat(auto-fit,minmax(110px,1fr))] gap-1 *:max-h-[200px] *:w-full *:rounded-1 *:object-cover">
          {part.images.map((image) => (
            // oxlint-disable-next-line nextjs/no-img-element -- our own bytes, behind the session
            <img key={image.mediaId} src={`${links.uploads}/${image.mediaId}`} alt={image.alt} />
          ))}
        </div>
      ) : null}
      {preview ? <LinkCard preview={preview} /> : null}
    </div>
  );
}

/** Links, mentions and tags stand out, as networks show them. */
function Marked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+|[@#][\p{L}\p{N}_.-]+)/u).map((piece, index) =>
    index % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- pieces have no other identity
      <span key={index} className="underline underline-offset-3">
        {piece.replace(/^https?:\/\//, "")}
      </span>
    ) : (
      piece
    ),
  );
}
