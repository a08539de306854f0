import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import type { Banners as View } from "#lib/views/frame";
import type { Workspace } from "#lib/workspaces/workspace";

import { TextLink } from "../_components/primitives/text-link.tsx";
import { SendingButton } from "../_components/sending/sending-button.tsx";
import { StoppedSentence } from "../_components/sending/stopped-sentence.tsx";

/** Banners on every page, shown while sending is stopped or a restore has left work open. */
export async function Banners({
  workspace: { slug, timeZone },
  banners: { stops, mayStop, mayStopAll, safeMode, rebuild },
}: {
  workspace: Pick<Workspace, "slug" | "timeZone">;
  banners: View;
}) {
  if (stops.length === 0 && !safeMode && !rebuild) return null;
  const [t, frame, format] = await Promise.all([
    getTranslations("sending"),
    getTranslations("frame"),
    getFormatter(),
  ]);
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
      {rebuild ? (
        <p className="border-b border-line px-6 py-2 text-small text-ink-2 max-sm:px-4">
          {frame("countedAnew", { ...rebuild })}
        </p>
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
