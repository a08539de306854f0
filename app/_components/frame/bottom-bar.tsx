"use client";

import { CalendarDays, Megaphone, Plus, Route, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";

import { isUnder } from "./side-links.tsx";

/** Bottom navigation of narrow screens with five pages; the others are in the menu at the top. */
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
    <nav
      className="fixed inset-x-0 bottom-0 z-20 hidden min-h-[60px] grid-cols-5 border-t border-line-2 bg-page pb-[env(safe-area-inset-bottom)] max-sm:grid print:hidden"
      aria-label={t("navigation")}
    >
      {items.map(({ page, label, Icon }) => (
        <Link
          key={page}
          href={`/${slug}/${page}`}
          aria-current={isHere(path, slug, page) ? "page" : undefined}
          className="grid min-h-[58px] place-items-center content-center gap-[3px] border-t-2 border-transparent text-axis font-medium text-ink-2 focus-visible:-outline-offset-3 current:border-ink current:font-[650] current:text-ink"
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
