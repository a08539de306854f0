import { getFormatter, getTranslations } from "next-intl/server";

import { allowedResolutions } from "#lib/deliveries/resolution";
import { wallClock } from "#lib/kernel/local-time";
import { manifestOf } from "#lib/networks/registry";
import { viewDelivery } from "#lib/views/delivery";

import { orNotFound } from "../../../_actions/or-not-found.ts";
import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { DeliveryQuestion } from "../../../_components/delivery/delivery-question.tsx";
import { DeliverySteps } from "../../../_components/delivery/delivery-steps.tsx";
import { PageHead } from "../../../_components/primitives/page-head.tsx";
import { Part, Section } from "../../../_components/primitives/section.tsx";
import { BlockerNotice } from "../../../_components/sending/blocker-notice.tsx";
import { DeliveryFacts } from "./delivery-facts.tsx";

export default async function DeliveryPage({
  params,
}: {
  params: Promise<{ workspace: string; delivery: string }>;
}) {
  const { workspace, delivery: id } = await params;
  const ctx = await signedInContext(workspace);
  const [t, history, format] = await Promise.all([
    getTranslations("delivery"),
    getTranslations("history"),
    getFormatter(),
  ]);
  const { delivery, account, blocked } = await orNotFound(viewDelivery(ctx, id));
  const { timeZone } = ctx.workspace;
  const when = format.dateTime(delivery.plannedAt, {
    dateStyle: "full",
    timeStyle: "short",
    timeZone,
  });
  const page = {
    workspace,
    delivery,
    account,
    timeZone,
    now: wallClock(ctx.clock.now(), timeZone),
    canAnswer: ctx.actor.role !== "viewer",
  };
  return (
    <>
      <PageHead
        title={t("title", { network: manifestOf(delivery.network).label })}
        lead={t("planned", { when, handle: account.handle })}
      />
      {blocked ? (
        <Part>
          <BlockerNotice {...{ workspace, blocked, timeZone }} />
        </Part>
      ) : null}
      {allowedResolutions(delivery).length > 0 ? (
        <Section title={t("status.needs-person")}>
          <DeliveryQuestion {...page} question={{ delivery, account }} isLinked={false} />
        </Section>
      ) : null}
      <DeliveryFacts {...page} />
      <Section title={history("title")}>
        <DeliverySteps delivery={delivery} timeZone={timeZone} isBlocked={blocked !== undefined} />
      </Section>
    </>
  );
}
