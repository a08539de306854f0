import { getFormatter, getTranslations } from "next-intl/server";

import { countQuestions } from "#lib/publishing/count-questions";
import { listDeliveries } from "#lib/publishing/list-deliveries";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Chip } from "../../_components/primitives/chip.tsx";
import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";

import "../../_components/delivery/delivery.css";

export default async function DeliveriesPage({
  params,
}: {
  params: Promise<{ workspace: string }>;
}) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const [t, frame, format] = await Promise.all([
    getTranslations("delivery"),
    getTranslations("frame"),
    getFormatter(),
  ]);
  const [questions, deliveries] = await Promise.all([countQuestions(ctx), listDeliveries(ctx)]);
  const { timeZone } = ctx.workspace;
  return (
    <>
      <PageHead title={t("listTitle")} lead={t("listLead")} />
      {questions > 0 ? (
        <p className="section">
          <TextLink href={`/${workspace}/needs-you`}>
            {frame("questionsWaiting", { count: questions })}
          </TextLink>
        </p>
      ) : null}
      {deliveries.length === 0 ? <EmptyState>{t("listEmpty")}</EmptyState> : null}
      <ul className="delivery-steps section">
        {deliveries.map(({ id, network, plannedAt, frozen, state, removedAt }) => (
          <li key={id}>
            <time dateTime={plannedAt.toISOString()}>
              {format.dateTime(plannedAt, { dateStyle: "medium", timeStyle: "short", timeZone })}
            </time>
            <span className="flex min-w-0 items-center gap-2">
              <NetworkIcon network={network} />
              <TextLink className="truncate" href={`/${workspace}/deliveries/${id}`}>
                {frozen.text}
              </TextLink>
              <Chip tone={state === "failed" ? "danger" : "plain"}>
                {t(`states.${removedAt ? "removed" : state}`)}
              </Chip>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
