import { useFormatter, useTranslations } from "next-intl";

import { connectorFor } from "#lib/networks/registry";
import type { DeliveryWithAttempts } from "#lib/publishing/show-delivery";
import { tellHistory, type ToldStep } from "#lib/publishing/tell-history";

import { SentRequest } from "./sent-request.tsx";

interface Props {
  delivery: DeliveryWithAttempts;
  timeZone: string;
}

/** Everything that was tried, oldest first: what happened, what came back, what was decided and why; and what is sent. */
export function DeliverySteps({ delivery, timeZone }: Props) {
  const t = useTranslations("history");
  const tell = useTranslations();
  const format = useFormatter();
  const network = connectorFor(delivery.network).label;
  const moment = (at: Date) =>
    format.dateTime(at, { dateStyle: "medium", timeStyle: "medium", timeZone });
  const has = (key: string) => tell.has(key);
  const steps = tellHistory(delivery, { tell, has, moment, network });
  const isWaiting = delivery.state === "scheduled" || delivery.state === "unknown";
  return (
    <>
      <ol className="delivery-steps">
        {steps.map((step) => (
          <li key={step.id}>
            <time dateTime={step.at.toISOString()}>{moment(step.at)}</time>
            <div className="min-w-0">
              <p>{step.happened}</p>
              <Said step={step} />
              {step.decided ? <p className="delivery-decided">{step.decided}</p> : null}
            </div>
          </li>
        ))}
      </ol>
      {isWaiting ? (
        <p className="text-ink-2">{t("next", { when: moment(delivery.dueAt) })}</p>
      ) : null}
      <SentRequest delivery={delivery} network={network} moment={moment} />
    </>
  );
}

/** The network's own words, and where it has one its status. */
function Said({ step: { said, status } }: { step: ToldStep }) {
  const t = useTranslations("history");
  const parts = [status ? t("status", { status: String(status) }) : "", said ?? ""];
  const words = parts.filter(Boolean).join(" · ");
  return words === "" ? null : <p className="delivery-said">{words}</p>;
}
