"use client";

import { Bell as BellIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";

/** Link to the notifications, with the number of unread ones. */
export function Bell({ slug, unread }: { slug: string; unread: number }) {
  const t = useTranslations("notifications");
  const href = `/${slug}/notifications`;
  return (
    <Link
      className="inline-flex min-h-8 min-w-8 items-center justify-center gap-1 rounded-2 px-1.5 text-small font-semibold text-ink-2 tabular-nums hover:bg-hover hover:text-ink max-sm:min-h-11 max-sm:min-w-10 current:bg-ink current:text-on-ink"
      href={href}
      aria-label={t("bell", { count: unread })}
      aria-current={usePathname() === href ? "page" : undefined}
    >
      <BellIcon size={16} aria-hidden="true" />
      {unread > 0 ? <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span> : null}
    </Link>
  );
}
