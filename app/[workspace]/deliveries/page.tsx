import { getFormatter, getTranslations } from "next-intl/server";

import { listDeliveries } from "#lib/publishing/list-deliveries";
import { listQuestions } from "#lib/publishing/list-questions";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { DeliveryQuestion } from "../../_components/delivery/delivery-question.tsx";
import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Chip } from "../../_components/primitives/chip.tsx";
import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";

export default async function DeliveriesPage({
  params,
}: {
  params: Promise<{ workspace: string }>;
}) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const [t, format] = await Promise.all([getTranslations("delivery"), getFormatter()]);
  const [questions, deliveries] = await Promise.all([listQuestions(ctx), listDeliveries(ctx)]);
  const { timeZone } = ctx.workspace;
  const page = { workspace, timeZone, canAnswer: ctx.actor.role !== "viewer" };
  return (
    <>
      <PageHead title={t("listTitle")} lead={t("listLead")} />
      {questions.length > 0 ? (
        <Section title={t("status.needs-person")}>
          <div className="grid gap-4">
            {questions.map((question) => (
              <DeliveryQuestion key={question.delivery.id} {...page} question={question} />
            ))}
          </div>
        </Section>
      ) : null}
      {deliveries.length === 0 ? <EmptyState>{t("listEmpty")}</EmptyState> : null}
      <ul className="delivery-steps section">
        {deliveries.map(({ id, network, plannedAt, frozen, state }) => (
          <li key={id}>
            <time dateTime={plannedAt.toISOString()}>
              {format.dateTime(plannedAt, { dateStyle: "medium", timeStyle: "short", timeZone })}
            </time>
            <span className="flex min-w-0 items-center gap-2">
              <NetworkIcon network={network} />
              <TextLink className="truncate" href={`/${workspace}/deliveries/${id}`}>
                {frozen.text}
              </TextLink>
              <Chip tone={state === "failed" ? "danger" : "plain"}>{t(`states.${state}`)}</Chip>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
