import { getFormatter, getTranslations } from "next-intl/server";

import { showSafeMode } from "#lib/publishing/show-safe-mode";

import type { SignedInContext } from "../_actions/signed-in-context.ts";
import { TextLink } from "../_components/primitives/text-link.tsx";
import { loadStops } from "../_components/sending/load-stops.ts";
import { SendingButton } from "../_components/sending/sending-button.tsx";
import { StoppedSentence } from "../_components/sending/stopped-sentence.tsx";

/** On every page, while nothing may be sent or a restore left something open. */
export async function Banners({ ctx }: { ctx: SignedInContext }) {
  const [t, format, { stops, mayStop, mayStopAll }, safeMode] = await Promise.all([
    getTranslations("sending"),
    getFormatter(),
    loadStops(ctx),
    showSafeMode(ctx),
  ]);
  if (stops.length === 0 && !safeMode) return null;
  const { slug, timeZone } = ctx.workspace;
  const moment = (at: Date) =>
    format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <section className="banners" aria-label={t("banners")}>
      {stops.map((stop) => (
        <div key={stop.scope} className="banner">
          <p>
            <StoppedSentence stop={stop} timeZone={timeZone} />
          </p>
          {(stop.scope === "workspace" ? mayStop : mayStopAll) ? (
            <SendingButton workspace={slug} scope={stop.scope} isStopped>
              {t(stop.scope === "workspace" ? "resume" : "resumeAll")}
            </SendingButton>
          ) : null}
        </div>
      ))}
      {safeMode ? (
        <div className="banner">
          <p>{t("safeMode", { ...safeMode, since: moment(safeMode.since) })}</p>
          <TextLink href={`/${slug}/needs-you`}>{t("safeModeLook")}</TextLink>
        </div>
      ) : null}
    </section>
  );
}
