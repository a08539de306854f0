import { CircleHelp, ExternalLink, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { NetworkIcon } from "../../../_components/network-icon.tsx";
import { QuestionBox } from "../../../_components/primitives/question-box.tsx";
import { AnswerButtons } from "./answer-buttons.tsx";
import type { NamedDelivery } from "./load-post.ts";

const asking = new Set(["needs_person", "missed", "failed"]);

/** One part on one account: how it fares, why, and every attempt. */
export function DeliveryRow({
  workspace,
  delivery,
  timeZone,
}: {
  workspace: string;
  delivery: NamedDelivery;
  timeZone: string;
}) {
  const t = useTranslations();
  return (
    <article className="delivery">
      <p className="delivery-line">
        <NetworkIcon network={delivery.network} />
        <b className="font-semibold">{delivery.account}</b>
        {delivery.partCount > 1 ? (
          <span className="text-small text-ink-3">
            {t("calendar.post.part", { part: delivery.part + 1, count: delivery.partCount })}
          </span>
        ) : null}
        <span className="grow" />
        <Outcome delivery={delivery} />
      </p>
      {asking.has(delivery.state) ? (
        <QuestionBox
          isDoubt={delivery.state === "needs_person"}
          title={<Reason delivery={delivery} />}
          answers={
            <AnswerButtons workspace={workspace} deliveryId={delivery.id} state={delivery.state} />
          }
        >
          {delivery.reasonDetail ? (
            <p className="text-small text-ink-2">
              {t("calendar.post.ownWords", { words: delivery.reasonDetail })}
            </p>
          ) : null}
        </QuestionBox>
      ) : null}
      <Attempts delivery={delivery} timeZone={timeZone} />
    </article>
  );
}

function Outcome({ delivery }: { delivery: NamedDelivery }) {
  const t = useTranslations();
  if (delivery.state === "published" && delivery.url && !delivery.removedAt)
    return (
      <a className="text-link" href={delivery.url} target="_blank" rel="noreferrer noopener">
        {t("calendar.post.see")} <ExternalLink size={12} className="inline" aria-hidden="true" />
      </a>
    );
  return <span className="text-small text-ink-2">{t(`delivery.states.${delivery.state}`)}</span>;
}

function Reason({ delivery }: { delivery: NamedDelivery }) {
  const t = useTranslations();
  const Sign = delivery.state === "failed" ? TriangleAlert : CircleHelp;
  const key = `delivery.reasons.${delivery.reason ?? ""}`;
  return (
    <>
      <Sign
        size={15}
        aria-hidden="true"
        className={delivery.state === "failed" ? "text-danger" : ""}
      />
      {delivery.reason && t.has(key) ? t(key) : t(`delivery.states.${delivery.state}`)}
    </>
  );
}

function Attempts({ delivery, timeZone }: { delivery: NamedDelivery; timeZone: string }) {
  const t = useTranslations("calendar.post");
  const format = useFormatter();
  if (delivery.history.length === 0) return null;
  return (
    <details>
      <summary className="delivery-attempts">{t("attempts")}</summary>
      <ol className="text-small text-ink-2">
        {delivery.history.map((attempt) => (
          <li key={attempt.id}>
            {t("attempt", {
              time: format.dateTime(attempt.at, {
                dateStyle: "short",
                timeStyle: "medium",
                timeZone,
              }),
              phase: t(`phase.${attempt.phase}`),
              outcome: attempt.outcome,
            })}
          </li>
        ))}
      </ol>
    </details>
  );
}
