"use client";

import {
  CalendarDays,
  CircleQuestionMark,
  Megaphone,
  Plug,
  Route,
  SlidersHorizontal,
  Sun,
  UsersRound,
} from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/**
 * Numbers in the navigation: people to thank, accounts and deliveries that need a person, unread
 * notifications.
 */
export interface Counts {
  readonly shoutOuts: number;
  readonly accounts: number;
  readonly questions: number;
  readonly unread: number;
}

/** Links to every page; the current one is highlighted. */
export function SideLinks({ slug, counts }: { slug: string; counts: Counts }) {
  const t = useTranslations("frame");
  const link = (
    page: string,
    label: string,
    icon: ReactNode,
    count?: { value: number; name: string },
  ) => (
    <FrameLink href={`/${slug}/${page}`} icon={icon} label={label} {...(count ? { count } : {})} />
  );
  return (
    <nav aria-label={t("navigation")} className="contents">
      {link("today", t("nav.today"), <Sun size={16} aria-hidden="true" />)}
      {link("calendar", t("nav.calendar"), <CalendarDays size={16} aria-hidden="true" />)}
      {link("journey", t("nav.journey"), <Route size={16} aria-hidden="true" />)}
      {link("people", t("nav.people"), <UsersRound size={16} aria-hidden="true" />)}
      {link("shout-outs", t("nav.shoutOuts"), <Megaphone size={16} aria-hidden="true" />, {
        value: counts.shoutOuts,
        name: t("shoutOutsWaiting", { count: counts.shoutOuts }),
      })}
      {link("needs-you", t("nav.needsYou"), <CircleQuestionMark size={16} aria-hidden="true" />, {
        value: counts.questions,
        name: t("questionsWaiting", { count: counts.questions }),
      })}
      <span className="flex-1" />
      {link("accounts", t("nav.accounts"), <Plug size={16} aria-hidden="true" />, {
        value: counts.accounts,
        name: t("accountsWaiting", { count: counts.accounts }),
      })}
      {link("settings", t("nav.settings"), <SlidersHorizontal size={16} aria-hidden="true" />)}
    </nav>
  );
}

function FrameLink({
  href,
  icon,
  label,
  count,
}: {
  href: string;
  icon: ReactNode;
  label: string;
  count?: { value: number; name: string };
}) {
  const isHere = isUnder(usePathname(), href);
  return (
    <Link
      className="my-px flex min-h-8 items-center gap-2.5 rounded-2 px-2 font-medium text-ink-2 hover:bg-hover current:bg-ink current:text-on-ink [&>svg]:flex-none"
      href={href}
      aria-current={isHere ? "page" : undefined}
    >
      {icon}
      {label}
      {count && count.value > 0 ? (
        <span className="ms-auto text-small font-semibold tabular-nums">
          <span aria-hidden="true">{count.value}</span>
          <span className="sr-only">, {count.name}</span>
        </span>
      ) : null}
    </Link>
  );
}

/** Whether the path is below the link. The composer and post pages count as part of the calendar. */
export function isUnder(path: string, href: string): boolean {
  const shown = path.replace(/^(\/[^/]+)\/(compose|posts)(?=\/|$)/, "$1/calendar");
  return shown === href || shown.startsWith(`${href}/`);
}
