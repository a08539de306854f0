import { useFormatter, useTranslations } from "next-intl";

import { describeHistory, type HistoryLine } from "#lib/deliveries/describe-history";
import type { DeliveryWithAttempts } from "#lib/deliveries/show-delivery";
import { localDay } from "#lib/kernel/local-time";
import { manifestOf } from "#lib/networks/registry";

import { Disclosure } from "../primitives/disclosure.tsx";
import { TextLink } from "../primitives/text-link.tsx";
import { SentRequest } from "./sent-request.tsx";

interface Props {
  delivery: DeliveryWithAttempts;
  timeZone: string;
  /** Whether a blocker holds the delivery back, so that it has no next time. */
  isBlocked?: boolean;
}

/** All attempts, oldest first: what happened, what came back, what was decided and why; then the request. */
export function DeliverySteps({ delivery, timeZone, isBlocked = false }: Props) {
  const t = useTranslations("history");
  const tell = useTranslations();
  const format = useFormatter();
  const network = manifestOf(delivery.network).label;
  const moment = (at: Date) =>
    format.dateTime(at, { dateStyle: "medium", timeStyle: "medium", timeZone });
  const clock = (at: Date) => format.dateTime(at, { timeStyle: "short", timeZone });
  const ends = (from: Date, until: Date): [string, string] =>
    localDay(from, timeZone) === localDay(until, timeZone)
      ? [clock(from), clock(until)]
      : [moment(from), moment(until)];
  const has = (key: string) => tell.has(key);
  const steps = describeHistory(delivery, { tell, has, moment, ends, network });
  const isWaiting = delivery.state === "scheduled" || delivery.state === "unknown";
  return (
    <>
      <ol className="@container grid">
        {steps.map((step) => (
          <li key={step.id} className={stepRowLook}>
            <time className="text-small text-ink-3" dateTime={step.at.toISOString()}>
              {moment(step.at)}
            </time>
            <Step step={step} network={network} moment={moment} />
          </li>
        ))}
      </ol>
      {isWaiting && !isBlocked ? (
        <p className="text-ink-2">{t("next", { when: moment(delivery.dueAt) })}</p>
      ) : null}
      <SentRequest delivery={delivery} network={network} moment={moment} />
    </>
  );
}

/** Time and text side by side; the text below the time on narrow containers. */
export const stepRowLook =
  "grid grid-cols-[162.5px_1fr] gap-3 border-b py-2 @max-[442px]:grid-cols-1 @max-[442px]:gap-0";

/** What happened, what came back, what was decided and why; the technical codes are collapsed. */
function Step({
  step: { happened, cameBack, said, address, decided, technical, isEdit },
  network,
  moment,
}: {
  step: HistoryLine;
  network: string;
  moment: (at: Date) => string;
}) {
  const t = useTranslations("history");
  return (
    <div className="grid max-w-[72ch] min-w-0 justify-items-start gap-0.5">
      <p>{[happened, cameBack].filter(Boolean).join(" ")}</p>
      {said ? (
        <p className="block text-small font-normal text-ink-2">
          {isEdit ? said : t("said", { network, words: said })}
        </p>
      ) : null}
      {address ? (
        <p>
          <TextLink href={address} isOut>
            {t("seeThere")}
          </TextLink>
        </p>
      ) : null}
      {decided ? <p className="text-ink-2">{decided}</p> : null}
      {technical.length > 0 ? <Codes {...{ happened, technical, moment }} /> : null}
    </div>
  );
}

function Codes({
  happened,
  technical,
  moment,
}: Pick<HistoryLine, "happened" | "technical"> & { moment: (at: Date) => string }) {
  const t = useTranslations("history");
  return (
    <Disclosure
      className="min-w-0 text-small text-ink-2"
      summary={
        <>
          {t("technical")}
          <span className="sr-only">: {happened}</span>
        </>
      }
    >
      <ul className="mt-1 rounded-2 bg-sunken px-3 py-2">
        {technical.map(({ at, words }) => (
          <li key={at.toISOString()} className="wrap-anywhere">
            <time dateTime={at.toISOString()} className="text-ink-3">
              {moment(at)}
            </time>{" "}
            <code>{words}</code>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
