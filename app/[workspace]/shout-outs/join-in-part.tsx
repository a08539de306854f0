import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import type { JoinIn, JoinInEntry } from "#lib/advocacy/list-join-in";

import type { SignedInContext } from "../../_actions/signed-in-context.ts";
import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Appreciate } from "../../_components/person/appreciate.tsx";
import { TouchpointWords } from "../../_components/person/touchpoint-words.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { ReplyButton } from "./reply-button.tsx";

/** Fans' own posts, to reply to, like or repost. */
export function JoinInPart({
  ctx,
  joinIn: { entries, held, more },
}: {
  ctx: SignedInContext;
  joinIn: JoinIn;
}) {
  const t = useTranslations("shout-outs.joinIn");
  return (
    <div id="join-in">
      <Section title={t("title")}>
        <p className="text-ink-2">{entries.length === 0 ? t("none") : t("text")}</p>
        <ul>
          {entries.map((entry) => (
            <Entry
              key={entry.touchpoint.id}
              workspace={ctx.workspace.slug}
              entry={entry}
              canAct={ctx.actor.role !== "viewer"}
            />
          ))}
        </ul>
        {more ? (
          <TextLink href={`/${ctx.workspace.slug}/shout-outs?joinIn=${more}#join-in`}>
            {t("older")}
          </TextLink>
        ) : null}
        {held > 0 ? <p className="text-small text-ink-3">{t("more", { count: held })}</p> : null}
      </Section>
    </div>
  );
}

function Entry({
  workspace,
  entry: { touchpoint, person, ...entry },
  canAct,
}: {
  workspace: string;
  entry: JoinInEntry;
  canAct: boolean;
}) {
  const t = useTranslations("shout-outs.joinIn");
  const format = useFormatter();
  const marks = [entry.isMilestone ? t("milestone") : "", entry.isToRead ? t("readFirst") : ""];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line-2 py-2.5">
      <span className="min-w-0 flex-1 basis-64 wrap-anywhere">
        <span className="inline-flex items-center gap-1.5 align-middle">
          <NetworkIcon network={touchpoint.channel} label={touchpoint.channel} />
          <Link className="font-semibold" href={`/${workspace}/people/${person.id}`}>
            <bdi>{person.displayName}</bdi>
          </Link>
        </span>{" "}
        <TouchpointWords touchpoint={touchpoint} />
        <span className="block text-small text-ink-3">
          {[
            format.dateTime(touchpoint.occurredAt, { day: "numeric", month: "short" }),
            ...marks.filter(Boolean),
          ].join(" · ")}
        </span>
      </span>
      {canAct ? (
        <span className="inline-flex items-center gap-1">
          {entry.canAppreciate ? (
            <Appreciate {...{ workspace, given: entry.given }} touchpointId={touchpoint.id} />
          ) : null}
          {entry.answerId ? (
            <TextLink href={`/${workspace}/posts/${entry.answerId}`}>{t("answered")}</TextLink>
          ) : null}
          {entry.canAnswer && !entry.answerId ? (
            <ReplyButton
              {...{ workspace, name: person.displayName }}
              touchpointId={touchpoint.id}
            />
          ) : null}
        </span>
      ) : null}
    </li>
  );
}
