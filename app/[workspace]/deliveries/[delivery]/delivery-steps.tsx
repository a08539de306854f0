import { useFormatter, useTranslations } from "next-intl";

import { connectorFor } from "#lib/networks/registry";
import type { Attempt } from "#lib/publishing/delivery";
import type { DeliveryWithAttempts } from "#lib/publishing/show-delivery";

import { Section } from "../../../_components/primitives/section.tsx";

/** Everything that was tried, in sentences, oldest first. */
export function DeliverySteps({
  delivery,
  timeZone,
}: {
  delivery: DeliveryWithAttempts;
  timeZone: string;
}) {
  const t = useTranslations("delivery");
  const format = useFormatter();
  const network = connectorFor(delivery.network).label;
  const moment = (at: Date) =>
    format.dateTime(at, { dateStyle: "medium", timeStyle: "medium", timeZone });
  const isWaiting = delivery.state === "scheduled" || delivery.state === "unknown";
  return (
    <Section title={t("history")}>
      {delivery.history.length === 0 ? <p className="text-ink-2">{t("noSteps")}</p> : null}
      <ol className="delivery-steps">
        {delivery.history.map((attempt) => (
          <li key={attempt.id}>
            <time dateTime={attempt.at.toISOString()}>{moment(attempt.at)}</time>
            <span>
              {t(`steps.${stepOf(attempt)}`, { network })}
              <Said attempt={attempt} />
            </span>
          </li>
        ))}
      </ol>
      {isWaiting ? (
        <p className="text-ink-2">{t("next", { when: moment(delivery.dueAt) })}</p>
      ) : null}
    </Section>
  );
}

/** The network's own words, and where it has one its status. */
function Said({ attempt: { excerpt, httpStatus } }: { attempt: Attempt }) {
  const t = useTranslations("delivery");
  const words = [httpStatus ? t("httpStatus", { status: String(httpStatus) }) : "", excerpt ?? ""]
    .filter(Boolean)
    .join(" · ");
  return words === "" ? null : <small>{words}</small>;
}

/** Asking and sending have the same outcomes but are told differently. */
function stepOf({ phase, outcome }: Attempt): string {
  if (phase === "reconcile" && outcome === "unknown") return "askedUnknown";
  if (phase === "reconcile" && outcome === "published") return "askedPublished";
  return outcome;
}
