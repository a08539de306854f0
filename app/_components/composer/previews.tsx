"use client";

import { useTranslations } from "next-intl";

import { firstSign } from "#lib/kernel/cut-text";
import type { PostPart } from "#lib/posts/post";

import { NetworkIcon } from "../network-icon.tsx";
import { PartVideo } from "../part-video.tsx";
import { SectionHead } from "../primitives/section.tsx";
import { AccountOptions } from "./account-options.tsx";
import type { Answers, AskChoices, ComposerProps } from "./composer-props.ts";
import { type ComposerAccount, type Draft, shownParts } from "./draft.ts";
import { LinkCard } from "./link-card.tsx";
import { fittingLength } from "./part-count.ts";
import { PreviewImages } from "./preview-images.tsx";
import { PreviewPoll, PreviewReaders, PreviewWarning } from "./preview-options.tsx";
import { useLinkPreview } from "./use-link-preview.ts";

type Links = Pick<ComposerProps["links"], "uploads" | "linkPreview">;

/** Preview of the post per account: text, images and link cards, not pixel-accurate. */
export function Previews({
  accounts,
  draft,
  links,
  answers,
  choices,
  onChange,
}: {
  accounts: readonly ComposerAccount[];
  draft: Draft;
  links: Links;
  answers: Answers | undefined;
  choices: AskChoices;
  onChange: (draft: Draft) => void;
}) {
  const t = useTranslations("compose");
  return (
    <section aria-labelledby="previews" className="grid content-start gap-2">
      <SectionHead id="previews" title={t("asSeen")} aside={t("asSeenAside")} />
      {accounts.length === 0 ? <p className="text-ink-2">{t("noPreview")}</p> : null}
      {accounts.map((account) => (
        <div key={account.id} className="grid gap-2">
          <Preview account={account} draft={draft} links={links} answers={answers} />
          <AccountOptions {...{ account, draft, choices, onChange }} />
        </div>
      ))}
    </section>
  );
}

function Preview({
  account,
  draft,
  links,
  answers,
}: {
  account: ComposerAccount;
  draft: Draft;
  links: Links;
  answers: Answers | undefined;
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
          <b className="block font-semibold">
            <bdi>{account.displayName}</bdi>
          </b>
          <span className="block truncate text-small text-ink-3">@{account.handle}</span>
        </span>
        {account.id in draft.versions ? <b className="text-small">{t("ownVersion")}</b> : null}
        {account.isSimulated ? (
          <span className="text-small text-ink-3">{t("simulated")}</span>
        ) : null}
        <NetworkIcon network={account.network} label={account.networkLabel} />
      </header>
      {answers && answers.network === account.network ? (
        <p className="pt-1 text-small text-ink-3">{t("replyingTo", { handle: answers.handle })}</p>
      ) : null}
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
  const rule = part.images.length === 0 && !part.video ? account.limits.linkCard : undefined;
  const preview = useLinkPreview(part.text, rule, links.linkPreview);
  return (
    <div className="pt-2 not-first-of-type:mt-2 not-first-of-type:border-t">
      <PreviewWarning part={part} limits={account.limits} />
      <p className="wrap-anywhere whitespace-pre-wrap">
        {part.text ? (
          <PreviewText part={part} limits={account.limits} />
        ) : (
          <i className="text-ink-3">{t("noText")}</i>
        )}
      </p>
      <PreviewPoll part={part} limits={account.limits} />
      <PreviewImages images={part.images} most={account.limits.images.max} from={links.uploads} />
      {account.limits.video ? <PartVideo part={part} from={links.uploads} /> : null}
      {preview ? <LinkCard preview={preview} /> : null}
    </div>
  );
}

/** Shows the text that fits into the network's limit; the rest is marked. */
function PreviewText({ part, limits }: { part: PostPart; limits: ComposerAccount["limits"] }) {
  const t = useTranslations("compose");
  const end = fittingLength(part.text, limits, part.warning);
  const rest = part.text.slice(end);
  return (
    <>
      <Marked text={part.text.slice(0, end)} />
      {rest ? (
        <mark className="bg-danger-soft text-danger">
          <span className="sr-only">{t("tooLongFrom")} </span>
          {rest}
        </mark>
      ) : null}
    </>
  );
}

/** Highlights links, mentions and tags. */
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
