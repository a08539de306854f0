"use client";

import { useTranslations } from "next-intl";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** In milliseconds. After this time the sign is hidden, even if no page has loaded. */
const patienceMs = 20_000;

/**
 * A line at the top from a click on a link until the next page is shown. Its animation starts with a delay,
 * so that quick pages do not flicker. Without script the browser shows its own sign.
 */
export function LoadingSign() {
  const t = useTranslations("frame");
  const here = `${usePathname()}?${useSearchParams()}`;
  const [left, setLeft] = useState<string>();
  useEffect(() => {
    const onClick = (click: MouseEvent) => {
      if (leadsElsewhere(click)) setLeft(here);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [here]);
  useEffect(() => {
    if (left === undefined) return undefined;
    const timer = setTimeout(() => setLeft(undefined), patienceMs);
    return () => clearTimeout(timer);
  }, [left]);
  const isLoading = left === here;
  return (
    <output className="pointer-events-none fixed inset-x-0 top-0 z-50 block">
      {isLoading ? (
        <>
          <span className="loading-line block h-[3px] bg-ink" aria-hidden="true" />
          <span className="sr-only">{t("loading")}</span>
        </>
      ) : null}
    </output>
  );
}

/** Whether the click opens another page of ours in this window. */
function leadsElsewhere(click: MouseEvent): boolean {
  const link = click.target instanceof Element ? click.target.closest("a") : null;
  if (!link || !isPlain(click) || link.target === "_blank" || link.hasAttribute("download"))
    return false;
  const to = new URL(link.href, window.location.href);
  const { origin, pathname, search } = window.location;
  const isPage = to.origin === origin && !to.pathname.startsWith("/api/");
  return isPage && to.pathname + to.search !== pathname + search;
}

function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && ![metaKey, ctrlKey, shiftKey, altKey].includes(true);
}
