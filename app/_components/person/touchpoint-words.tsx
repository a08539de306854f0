import { useTranslations } from "next-intl";

import type { Touchpoint } from "#lib/engagement/touchpoint";
import { shortenText } from "#lib/kernel/cut-text";

/** What a person did, in a few words, with a quote of their text. */
export function TouchpointWords({
  touchpoint,
  length = 160,
}: {
  touchpoint: Pick<Touchpoint, "type" | "text" | "stars" | "note" | "url">;
  length?: number;
}) {
  const t = useTranslations("touchpoints");
  const { type, text, stars, note, url } = touchpoint;
  const did = t(`did.${type}`);
  return (
    <>
      {url ? (
        <a href={safe(url)} rel="noopener noreferrer" className="hover:underline">
          {did}
        </a>
      ) : (
        did
      )}
      {stars ? `, ${t("stars", { stars })}` : null}
      {text ? (
        <>
          {": "}
          <q className="font-normal text-ink-2 [quotes:none]">“{shortenText(text, length)}”</q>
        </>
      ) : null}
      {note ? <span className="text-ink-3"> · {t("withNote", { note })}</span> : null}
    </>
  );
}

/** Returns the address only if it is http(s) or local; addresses from networks are untrusted. */
function safe(url: string): string | undefined {
  return /^https?:\/\//i.test(url) || url.startsWith("/") ? url : undefined;
}
