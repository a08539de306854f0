"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { Limits } from "#lib/networks/limits";
import type { PostPart } from "#lib/posts/post";

import { inWords } from "./post-options.ts";

/** The warning before a part of the preview, where the network has warnings. */
export function PreviewWarning({ part, limits }: { part: PostPart; limits: Limits }) {
  const t = useTranslations("compose.options");
  if (!part.warning || !limits.hasWarnings) return null;
  return (
    <p className="preview-warning">
      <span>{part.warning}</span> <span className="preview-more">{t("showMore")}</span>
    </p>
  );
}

/** Choices as people will see them, and how long they have. */
export function PreviewPoll({ part, limits }: { part: PostPart; limits: Limits }): ReactNode {
  const t = useTranslations("compose.options");
  const { poll } = part;
  if (!poll || !limits.poll) return null;
  const { unit, count } = inWords(poll.minutes);
  return (
    <div className="preview-poll">
      <ul>
        {poll.options.map((option, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a choice is its place in the poll
          <li key={index}>{option || t("choice", { number: index + 1 })}</li>
        ))}
      </ul>
      <p className="text-small text-ink-3">
        {t("votes", { time: t(unit, { count }) })} ·{" "}
        {t(poll.isMultiple ? "severalPeople" : "onePerson")}
      </p>
    </div>
  );
}

/** Said only where it is not the usual circle. */
export function PreviewReaders({ part, limits }: { part: PostPart | undefined; limits: Limits }) {
  const t = useTranslations("compose.options");
  const chosen = part?.visibility;
  if (!chosen || !limits.visibilities?.includes(chosen) || chosen === limits.visibilities[0])
    return null;
  return <p className="preview-readers text-small">{t(chosen)}</p>;
}
