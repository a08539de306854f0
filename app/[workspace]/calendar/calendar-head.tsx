import { ChevronLeft, ChevronRight, ListFilter, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { spokenLocale } from "#lib/i18n/locale";

import { useDates } from "../../_components/frame/dates.ts";
import { LinkButton } from "../../_components/primitives/button.tsx";
import { Menu } from "../../_components/primitives/menu.tsx";
import { HeadActions, HeadBar, HeadLead } from "../../_components/primitives/page-head.tsx";
import { Segmented } from "../../_components/primitives/segmented.tsx";
import type { ShownCalendar } from "./in-words.ts";
import { addressOf, type CalendarAddress, figuresOf, neighbours, views } from "./view.ts";

/** Shows the period, its figures and the choice of view. */
export function CalendarHead({
  workspace,
  address,
  calendar,
}: {
  workspace: string;
  address: CalendarAddress;
  calendar: ShownCalendar;
}) {
  const t = useTranslations("calendar");
  const { before, after } = neighbours(address);
  const to = (change: Partial<CalendarAddress>) => addressOf(workspace, { ...address, ...change });
  return (
    <HeadBar>
      <div className="flex flex-wrap items-center gap-x-4">
        <Steps before={to({ day: before })} after={to({ day: after })} />
        <Title address={address} calendar={calendar} />
      </div>
      <HeadActions>
        <LinkButton href={to({ day: calendar.today })}>{t("today")}</LinkButton>
        <Segmented
          label={t("views")}
          items={views.map((view) => ({
            href: to({ view }),
            label: t(`view.${view}`),
            isCurrent: view === address.view,
          }))}
        />
        <AccountMenu calendar={calendar} chosen={address.account} to={to} />
        <LinkButton variant="ink" href={`/${workspace}/compose`}>
          <Plus aria-hidden="true" />
          {t("newPost")}
        </LinkButton>
      </HeadActions>
    </HeadBar>
  );
}

function Steps({ before, after }: { before: string; after: string }) {
  const t = useTranslations("calendar");
  return (
    <span className="flex">
      <LinkButton variant="quiet" isIcon href={before} aria-label={t("before")} scroll={false}>
        <ChevronLeft aria-hidden="true" />
      </LinkButton>
      <LinkButton variant="quiet" isIcon href={after} aria-label={t("after")} scroll={false}>
        <ChevronRight aria-hidden="true" />
      </LinkButton>
    </span>
  );
}

function Title({ address, calendar }: { address: CalendarAddress; calendar: ShownCalendar }) {
  const t = useTranslations("calendar");
  const locale = spokenLocale(useLocale());
  const write = useDates();
  const month = write(address.day, { month: "long", year: "numeric" });
  const [first, last] = [calendar.days[0], calendar.days.at(-1)].map(
    (day) => new Date(`${day}T12:00Z`),
  );
  const range = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const week = first && last ? range.formatRange(first, last) : month;
  const title = address.view === "week" ? week : month;
  const { out, coming } = figuresOf(calendar.events, calendar.counted);
  const planned = Object.values(calendar.plan).reduce((sum, posts) => sum + posts, 0);
  return (
    <>
      <h1>{title.slice(0, 1).toUpperCase() + title.slice(1)}</h1>
      <HeadLead>
        {t.rich(planned > 0 ? "leadWithPlan" : "lead", {
          planned,
          out,
          coming,
          b: (figure) => <b>{figure}</b>,
        })}
      </HeadLead>
    </>
  );
}

function AccountMenu({
  calendar,
  chosen,
  to,
}: {
  calendar: ShownCalendar;
  chosen: string | undefined;
  to: (change: Partial<CalendarAddress>) => string;
}) {
  const t = useTranslations("calendar");
  const account = calendar.accounts.find((one) => one.id === chosen);
  const label = account ? `@${account.handle}` : t("allAccounts");
  if (calendar.accounts.length < 2) return null;
  return (
    <Menu
      label={t("filter", { account: label })}
      trigger={
        <>
          <ListFilter aria-hidden="true" />
          {label}
        </>
      }
      items={[
        { key: "all", label: t("allAccounts"), href: to({ account: undefined }) },
        ...calendar.accounts.map((one) => ({
          key: one.id,
          label: `@${one.handle}`,
          href: to({ account: one.id }),
        })),
      ]}
    />
  );
}
