"use client";

import { CalendarDays, Megaphone, Plus, Route, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";

import { isUnder } from "./side-links.tsx";

/** Narrow screens: the five things of a phone's day, under the thumb; the rest is in the menu on top. */
export function BottomBar({ slug }: { slug: string }) {
  const t = useTranslations("frame");
  const path = usePathname();
  const items = [
    { page: "today", label: t("nav.today"), Icon: Sun },
    { page: "calendar", label: t("nav.calendar"), Icon: CalendarDays },
    { page: "compose", label: t("nav.new"), Icon: Plus },
    { page: "journey", label: t("nav.journey"), Icon: Route },
    { page: "shout-outs", label: t("nav.thanks"), Icon: Megaphone },
  ];
  return (
    <nav className="frame-bottom" aria-label={t("navigation")}>
      {items.map(({ page, label, Icon }) => (
        <Link
          key={page}
          href={`/${slug}/${page}`}
          aria-current={isHere(path, slug, page) ? "page" : undefined}
        >
          <Icon size={18} aria-hidden="true" />
          {label}
        </Link>
      ))}
    </nav>
  );
}

function isHere(path: string, slug: string, page: string): boolean {
  const isComposing = path === `/${slug}/compose`;
  if (page === "compose") return isComposing;
  return !isComposing && isUnder(path, `/${slug}/${page}`);
}
