import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { showSafeMode } from "#lib/recovery/show-safe-mode";

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
    <section aria-label={t("banners")}>
      {stops.map((stop) => (
        <Banner key={stop.scope}>
          <p className="min-w-0 flex-[1_1_312px]">
            <StoppedSentence stop={stop} timeZone={timeZone} />
          </p>
          {(stop.scope === "workspace" ? mayStop : mayStopAll) ? (
            <SendingButton workspace={slug} scope={stop.scope} isStopped>
              {t(stop.scope === "workspace" ? "resume" : "resumeAll")}
            </SendingButton>
          ) : null}
        </Banner>
      ))}
      {safeMode ? (
        <Banner>
          <p className="min-w-0 flex-[1_1_312px]">
            {t("safeMode", { ...safeMode, since: moment(safeMode.since) })}
          </p>
          <TextLink href={`/${slug}/needs-you`}>{t("safeModeLook")}</TextLink>
        </Banner>
      ) : null}
    </section>
  );
}

function Banner({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-ink bg-sunken px-6 py-3 text-body font-semibold max-sm:px-4">
      {children}
    </div>
  );
}
