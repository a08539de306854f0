import { useFormatter, useTranslations } from "next-intl";

import { localDay } from "#lib/kernel/local-time";
import { connectorFor } from "#lib/networks/registry";
import type { DeliveryWithAttempts } from "#lib/publishing/show-delivery";
import { tellHistory, type ToldStep } from "#lib/publishing/tell-history";

import { TextLink } from "../primitives/text-link.tsx";
import { SentRequest } from "./sent-request.tsx";

interface Props {
  delivery: DeliveryWithAttempts;
  timeZone: string;
  /** Something keeps it back, so that its next time is none. */
  isHeld?: boolean;
}

/** Everything that was tried, oldest first: what happened, what came back, what was decided and why; and what is sent. */
export function DeliverySteps({ delivery, timeZone, isHeld = false }: Props) {
  const t = useTranslations("history");
  const tell = useTranslations();
  const format = useFormatter();
  const network = connectorFor(delivery.network).label;
  const moment = (at: Date) =>
    format.dateTime(at, { dateStyle: "medium", timeStyle: "medium", timeZone });
  const clock = (at: Date) => format.dateTime(at, { timeStyle: "short", timeZone });
  const ends = (from: Date, until: Date): [string, string] =>
    localDay(from, timeZone) === localDay(until, timeZone)
      ? [clock(from), clock(until)]
      : [moment(from), moment(until)];
  const has = (key: string) => tell.has(key);
  const steps = tellHistory(delivery, { tell, has, moment, ends, network });
  const isWaiting = delivery.state === "scheduled" || delivery.state === "unknown";
  return (
    <>
      <ol className="delivery-steps">
        {steps.map((step) => (
          <li key={step.id}>
            <time dateTime={step.at.toISOString()}>{moment(step.at)}</time>
            <Step step={step} network={network} moment={moment} />
          </li>
        ))}
      </ol>
      {isWaiting && !isHeld ? (
        <p className="text-ink-2">{t("next", { when: moment(delivery.dueAt) })}</p>
      ) : null}
      <SentRequest delivery={delivery} network={network} moment={moment} />
    </>
  );
}

/** What happened and came back, what was decided and why; the codes only for who wants them. */
function Step({
  step: { happened, cameBack, said, address, decided, technical, isEdit },
  network,
  moment,
}: {
  step: ToldStep;
  network: string;
  moment: (at: Date) => string;
}) {
  const t = useTranslations("history");
  return (
    <div className="delivery-step">
      <p>{[happened, cameBack].filter(Boolean).join(" ")}</p>
      {said ? (
        <p className="delivery-said">{isEdit ? said : t("said", { network, words: said })}</p>
      ) : null}
      {address ? (
        <p>
          <TextLink href={address} target="_blank" rel="noreferrer noopener">
            {t("seeThere")}
          </TextLink>
        </p>
      ) : null}
      {decided ? <p className="delivery-decided">{decided}</p> : null}
      {technical.length > 0 ? (
        <details className="delivery-technical">
          <summary className="text-link">
            {t("technical")}
            <span className="sr-only">: {happened}</span>
          </summary>
          <ul>
            {technical.map(({ at, words }) => (
              <li key={at.toISOString()}>
                <time dateTime={at.toISOString()}>{moment(at)}</time> <code>{words}</code>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
