import { getFormatter, getNow, getTranslations } from "next-intl/server";

import type { FeedEntry } from "#lib/networks/practice/show-feed";

import { Chip } from "../../_components/primitives/chip.tsx";
import { EntryImages } from "./entry-images.tsx";
import { Initials } from "./initials.tsx";
import { Reactions } from "./reactions.tsx";

interface Props {
  readonly entry: FeedEntry;
  readonly imageUrl: (mediaId: string) => string;
  /** Whether it is a nested reply, which has no initials on a narrow screen, to leave room for its text. */
  readonly isAnswer?: boolean;
}

/** A post or reply, with the replies below it. */
export async function Entry({ entry, imageUrl, isAnswer = false }: Props) {
  const t = await getTranslations("practice");
  return (
    <li id={entry.id} className="flex gap-3 py-4">
      <span className={isAnswer ? "max-sm:hidden" : undefined}>
        <Initials name={entry.name} />
      </span>
      <article className="min-w-0 grow">
        <EntryHead entry={entry} />
        {entry.stars ? (
          <Stars count={entry.stars} label={t("stars", { stars: entry.stars })} />
        ) : null}
        <p className="mt-1 text-read wrap-anywhere whitespace-pre-wrap">{entry.text}</p>
        <EntryImages images={entry.images} imageUrl={imageUrl} />
        {entry.hasPhoto ? (
          <p className="mt-2 rounded-2 border border-dashed border-edge p-6 text-center text-ink-3">
            {t("photo")}
          </p>
        ) : null}
        <Reactions entry={entry} />
        {entry.answers.length > 0 ? (
          <ol aria-label={t("answers")} className="mt-2 border-s border-line ps-4 max-sm:ps-2">
            {entry.answers.map((answer) => (
              <Entry key={answer.id} entry={answer} imageUrl={imageUrl} isAnswer />
            ))}
          </ol>
        ) : null}
      </article>
    </li>
  );
}

async function EntryHead({ entry }: Pick<Props, "entry">) {
  const [t, format, now] = await Promise.all([
    getTranslations("practice"),
    getFormatter(),
    getNow(),
  ]);
  const isPlain = entry.kind === "post" || entry.kind === "reply";
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere text-ink-3">
      <strong className="text-read font-semibold text-ink">
        <bdi>{entry.name}</bdi>
      </strong>
      <span className="text-small">@{entry.handle}</span>
      <time dateTime={entry.at.toISOString()} className="text-small">
        {format.relativeTime(entry.at, now)}
      </time>
      {isPlain ? null : <Chip>{t(`kind.${entry.kind}`)}</Chip>}
    </p>
  );
}

function Stars({ count, label }: { count: number; label: string }) {
  return (
    <p className="mt-1 tracking-widest">
      <span className="sr-only">{label}</span>
      <span aria-hidden>{"★".repeat(count) + "☆".repeat(5 - count)}</span>
    </p>
  );
}
