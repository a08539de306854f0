"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { Limits } from "#lib/networks/contract/limits";
import type { PostPart } from "#lib/posts/post";

import { inWords } from "./post-options.ts";

/** The content warning before a part of the preview, if the network has warnings. */
export function PreviewWarning({ part, limits }: { part: PostPart; limits: Limits }) {
  const t = useTranslations("compose.options");
  if (!part.warning || !limits.hasWarnings) return null;
  return (
    <PartWarning part={part}>
      <span className="ms-auto font-semibold text-ink-2">{t("showMore")}</span>
    </PartWarning>
  );
}

/** The poll's choices and duration, as readers will see them. */
export function PreviewPoll({ part, limits }: { part: PostPart; limits: Limits }): ReactNode {
  return limits.poll ? <PartPoll part={part} /> : null;
}

/** Shown only if the visibility is not the network's default. */
export function PreviewReaders({ part, limits }: { part: PostPart | undefined; limits: Limits }) {
  const chosen = part?.visibility;
  const [usual] = limits.visibilities ?? [];
  const isTold = chosen && chosen !== usual && limits.visibilities?.includes(chosen);
  return isTold ? <PartReaders part={part} /> : null;
}

export function PartWarning({ part, children }: { part: PostPart; children?: ReactNode }) {
  if (!part.warning) return null;
  return (
    <p className="mb-2 flex flex-wrap gap-2 rounded-2 border border-line-2 px-3 py-2 wrap-anywhere">
      <span>{part.warning}</span> {children}
    </p>
  );
}

export function PartPoll({ part: { poll } }: { part: PostPart }) {
  const t = useTranslations("compose.options");
  if (!poll) return null;
  const { unit, count } = inWords(poll.minutes);
  return (
    <div className="mt-2 grid gap-1">
      <ul className="grid gap-1">
        {poll.options.map((option, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a choice is its place in the poll
          <li key={index} className="rounded-2 border border-line-2 px-3 py-1 wrap-anywhere">
            {option || t("choice", { number: index + 1 })}
          </li>
        ))}
      </ul>
      <p className="text-small text-ink-3">
        {t("votes", { time: t(unit, { count }) })} ·{" "}
        {t(poll.isMultiple ? "severalPeople" : "onePerson")}
      </p>
    </div>
  );
}

export function PartReaders({ part }: { part: PostPart | undefined }) {
  const t = useTranslations("compose.options");
  if (!part?.visibility) return null;
  return <p className="my-1 text-ink-3 text-small">{t(part.visibility)}</p>;
}
