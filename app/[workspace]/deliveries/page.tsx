import { useFormatter, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import type { Delivery } from "#lib/deliveries/delivery";
import { shownState } from "#lib/deliveries/post-status";
import type { BlockedDelivery } from "#lib/publisher/list-blockers";
import { viewDeliveries } from "#lib/views/delivery";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { stepRowLook } from "../../_components/delivery/delivery-steps.tsx";
import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Chip } from "../../_components/primitives/chip.tsx";
import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { Part } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { BlockerSign } from "../../_components/sending/blocker-notice.tsx";

export default async function DeliveriesPage({
  params,
}: {
  params: Promise<{ workspace: string }>;
}) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const [t, frame] = await Promise.all([getTranslations("delivery"), getTranslations("frame")]);
  const { questions, deliveries } = await viewDeliveries(ctx);
  const { timeZone } = ctx.workspace;
  return (
    <>
      <PageHead title={t("listTitle")} lead={t("listLead")} />
      {questions > 0 ? (
        <Part>
          <TextLink href={`/${workspace}/needs-you`}>
            {frame("questionsWaiting", { count: questions })}
          </TextLink>
        </Part>
      ) : null}
      {deliveries.length === 0 ? <EmptyState>{t("listEmpty")}</EmptyState> : null}
      <Part>
        <ul className="@container grid">
          {deliveries.map(({ delivery, blocked }) => (
            <Row key={delivery.id} {...{ workspace, delivery, blocked, timeZone }} />
          ))}
        </ul>
      </Part>
    </>
  );
}

function Row({
  workspace,
  delivery,
  blocked,
  timeZone,
}: {
  workspace: string;
  delivery: Delivery;
  blocked: BlockedDelivery | undefined;
  timeZone: string;
}) {
  const t = useTranslations("delivery");
  const format = useFormatter();
  const { id, network, plannedAt, snapshot, state } = delivery;
  return (
    <li className={stepRowLook}>
      <time className="text-small text-ink-3" dateTime={plannedAt.toISOString()}>
        {format.dateTime(plannedAt, { dateStyle: "medium", timeStyle: "short", timeZone })}
      </time>
      <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <NetworkIcon network={network} />
        <TextLink
          className="max-w-[min(100%,60ch)] truncate"
          href={`/${workspace}/deliveries/${id}`}
        >
          {snapshot.text}
        </TextLink>
        <Chip tone={state === "failed" ? "danger" : "plain"}>
          {t(`states.${shownState(delivery)}`)}
        </Chip>
        {blocked ? <BlockerSign blocked={blocked} timeZone={timeZone} /> : null}
      </span>
    </li>
  );
}
