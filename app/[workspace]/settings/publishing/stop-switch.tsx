import { useTranslations } from "next-intl";

import { Section } from "../../../_components/primitives/section.tsx";
import { SendingButton } from "../../../_components/sending/sending-button.tsx";
import { type Stop, StoppedSentence } from "../../../_components/sending/stopped-sentence.tsx";

/** Here and, for who runs the installation, everywhere. */
export function StopSwitch({
  workspace,
  timeZone,
  stops,
  mayStop,
  mayStopAll,
}: {
  workspace: string;
  timeZone: string;
  stops: readonly Stop[];
  mayStop: boolean;
  mayStopAll: boolean;
}) {
  const t = useTranslations("sending");
  const isStopped = (scope: Stop["scope"]) => stops.some((stop) => stop.scope === scope);
  return (
    <Section title={t("switch")}>
      <div className="grid max-w-[60ch] gap-3">
        {stops.length === 0 ? <p>{t("running")}</p> : null}
        {stops.map((stop) => (
          <p key={stop.scope} className="font-semibold">
            <StoppedSentence stop={stop} timeZone={timeZone} />
          </p>
        ))}
        <p className="text-ink-2">{t("stopText")}</p>
        {mayStop ? null : <p className="text-ink-2">{t("managersOnly")}</p>}
        <div className="flex flex-wrap gap-2">
          {mayStop ? (
            <SendingButton
              workspace={workspace}
              scope="workspace"
              isStopped={isStopped("workspace")}
            >
              {t(isStopped("workspace") ? "resume" : "stop")}
            </SendingButton>
          ) : null}
          {mayStopAll ? (
            <SendingButton
              workspace={workspace}
              scope="installation"
              isStopped={isStopped("installation")}
            >
              {t(isStopped("installation") ? "resumeAll" : "stopAll")}
            </SendingButton>
          ) : null}
        </div>
      </div>
    </Section>
  );
}
