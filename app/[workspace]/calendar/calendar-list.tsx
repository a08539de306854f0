"use client";

import { useTranslations } from "next-intl";

import { useDates } from "../../_components/frame/dates.ts";
import { LinkButton } from "../../_components/primitives/button.tsx";
import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { TextLink, textLinkLook } from "../../_components/primitives/text-link.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { EventBox } from "./event-box.tsx";
import type { ShownCalendar } from "./in-words.ts";
import { SelectBox } from "./selection.tsx";
import type { BulkProps } from "./use-bulk.ts";
import { type CalendarActs, useMoving } from "./use-moving.ts";
import { useOpened } from "./use-opened.tsx";

/** The month as a list by day. Selected posts and drafts can be changed together. */
export function CalendarList(props: {
  workspace: string;
  calendar: ShownCalendar;
  acts: CalendarActs;
  bulk: BulkProps;
}) {
  const { workspace, calendar, acts, bulk } = props;
  const t = useTranslations("calendar");
  const write = useDates();
  const moving = useMoving(calendar.events, acts);
  const { setOpen, popover } = useOpened(workspace, moving);
  const days = calendar.days.filter((day) => moving.shown.some((event) => event.day === day));
  return (
    <section
      data-section=""
      className="px-6 py-4 max-sm:px-4"
      aria-label={t("title")}
      aria-busy={moving.isBusy}
    >
      <ListBar workspace={workspace} bulk={bulk} />
      {days.length === 0 ? <Empty workspace={workspace} /> : null}
      {days.map((day) => (
        <div key={day} className="calendar-list-day">
          <h2 className="text-body font-semibold">
            <time dateTime={day}>
              {write(day, { weekday: "short", day: "numeric", month: "short" })}
            </time>
          </h2>
          <div className="grid gap-1">
            {moving.shown
              .filter((event) => event.day === day)
              .map((event) => (
                <div key={event.id} className="flex items-center gap-1">
                  <SelectBox id={event.id} text={event.text} />
                  <EventBox
                    event={event}
                    hasTwoLines
                    className="min-w-0 grow"
                    onClick={(click) => setOpen(event, click.currentTarget)}
                  />
                </div>
              ))}
          </div>
        </div>
      ))}
      {popover}
    </section>
  );
}

function Empty({ workspace }: { workspace: string }) {
  const t = useTranslations("calendar");
  return (
    <EmptyState
      action={
        <LinkButton variant="ink" href={`/${workspace}/compose`}>
          {t("newPost")}
        </LinkButton>
      }
    >
      {t("empty")}
    </EmptyState>
  );
}

function ListBar({ workspace, bulk }: { workspace: string; bulk: BulkProps }) {
  const t = useTranslations("calendar.import");
  const repeat = useTranslations("repeat");
  return (
    <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 bg-surface">
      <BulkBar {...bulk} />
      <span className="ms-auto flex min-h-11 flex-wrap items-center gap-x-4 text-small">
        <TextLink href={`/${workspace}/calendar/repeating`}>{repeat("listTitle")}</TextLink>
        {bulk.canEdit ? (
          <TextLink href={`/${workspace}/calendar/import`}>{t("open")}</TextLink>
        ) : null}
        <a href={`/api/posts/${workspace}`} download className={textLinkLook}>
          {t("export")}
        </a>
      </span>
    </div>
  );
}
