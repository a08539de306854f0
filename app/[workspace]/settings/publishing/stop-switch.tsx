import { useTranslations } from "next-intl";

import type { Stop } from "#lib/views/sending";

import { Section } from "../../../_components/primitives/section.tsx";
import { SendingButton } from "../../../_components/sending/sending-button.tsx";
import { StoppedSentence } from "../../../_components/sending/stopped-sentence.tsx";

const scopes = ["workspace", "installation"] as const;
const stop = { workspace: "stop", installation: "stopAll" } as const;
const resume = { workspace: "resume", installation: "resumeAll" } as const;

/** Stops sending in this workspace or, for the operator of the installation, everywhere. */
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
  const isStopped = (scope: Stop["scope"]) => stops.some((one) => one.scope === scope);
  const allowed = { workspace: mayStop, installation: mayStopAll };
  return (
    <Section title={t("switch")}>
      <div className="grid max-w-[60ch] gap-3">
        {stops.length === 0 ? <p>{t("running")}</p> : null}
        {stops.map((one) => (
          <p key={one.scope} className="font-semibold">
            <StoppedSentence stop={one} timeZone={timeZone} />
          </p>
        ))}
        <p className="text-ink-2">{t("stopText")}</p>
        {mayStop ? null : <p className="text-ink-2">{t("managersOnly")}</p>}
        <div className="flex flex-wrap gap-2">
          {scopes.map((scope) =>
            allowed[scope] ? (
              <SendingButton key={scope} {...{ workspace, scope }} isStopped={isStopped(scope)}>
                {t(isStopped(scope) ? resume[scope] : stop[scope])}
              </SendingButton>
            ) : null,
          )}
        </div>
      </div>
    </Section>
  );
}
