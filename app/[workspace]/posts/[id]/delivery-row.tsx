import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Account } from "#lib/accounts/account";
import type { Delivery } from "#lib/deliveries/delivery";
import { stateOnNetwork } from "#lib/deliveries/post-status";
import { allowedResolutions } from "#lib/deliveries/resolution";
import type { DeliveryWithAttempts } from "#lib/deliveries/show-delivery";
import { manifestOf } from "#lib/networks/registry";
import type { BlockedDelivery } from "#lib/publisher/list-blockers";

import { DeliveryQuestion } from "../../../_components/delivery/delivery-question.tsx";
import { NetworkIcon } from "../../../_components/network-icon.tsx";
import { TextLink } from "../../../_components/primitives/text-link.tsx";
import { BlockerNotice } from "../../../_components/sending/blocker-notice.tsx";
import { EditWords } from "./edit-words.tsx";
import { WhatHappened } from "./what-happened.tsx";

/** One delivery: its state, the link to the live post, the attempts and the question if it needs a person. */
export function DeliveryRow({
  workspace,
  delivery,
  blocked,
  account,
  timeZone,
  now,
  canAnswer,
}: {
  workspace: string;
  delivery: DeliveryWithAttempts;
  blocked: BlockedDelivery | undefined;
  account: Account | undefined;
  timeZone: string;
  now: string;
  canAnswer: boolean;
}) {
  const t = useTranslations("calendar.post");
  const { label } = manifestOf(delivery.network);
  const isAsking = account !== undefined && allowedResolutions(delivery).length > 0;
  return (
    <article
      className="grid py-2 [article+&]:border-t"
      aria-label={`${label} ${account?.handle ?? ""}`}
    >
      <p className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-0.5">
        <Where delivery={delivery} handle={account?.handle} />
      </p>
      <p className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-0.5">
        <Outcome delivery={delivery} />
        <TextLink href={`/${workspace}/deliveries/${delivery.id}`}>{t("attempts")}</TextLink>
        {canAnswer ? <Edit workspace={workspace} delivery={delivery} /> : null}
      </p>
      {blocked ? <BlockerNotice {...{ workspace, blocked, timeZone }} /> : null}
      <ChangedWords delivery={delivery} />
      {isAsking ? (
        <DeliveryQuestion
          workspace={workspace}
          question={{ delivery, account }}
          timeZone={timeZone}
          now={now}
          canAnswer={canAnswer}
          isLinked={false}
        />
      ) : null}
      <WhatHappened delivery={delivery} timeZone={timeZone} isBlocked={blocked !== undefined} />
    </article>
  );
}

function Where({ delivery, handle }: { delivery: Delivery; handle: string | undefined }) {
  const t = useTranslations("calendar.post");
  const { network, part, partCount } = delivery;
  return (
    <>
      <NetworkIcon network={network} />
      <b className="font-semibold">{manifestOf(network).label}</b>
      <span className="text-ink-3">@{handle}</span>
      {partCount > 1 ? (
        <span className="text-small text-ink-3">{t("part", { part, count: partCount })}</span>
      ) : null}
    </>
  );
}

function Edit({ workspace, delivery }: { workspace: string; delivery: Delivery }) {
  const { state, removedAt, remoteId, network, id, snapshot } = delivery;
  const { abilities, label } = manifestOf(network);
  if (!abilities.canEdit || !remoteId || removedAt || state !== "published") return null;
  return <EditWords workspace={workspace} deliveryId={id} network={label} text={snapshot.text} />;
}

/** Shows the present text on the network if it was edited after publishing. */
function ChangedWords({ delivery: { history, snapshot } }: { delivery: DeliveryWithAttempts }) {
  const t = useTranslations("delivery.edit");
  if (!history.some(({ outcome }) => outcome === "edited")) return null;
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      <span className="text-ink-3">{t("now")}</span> {snapshot.text}
    </p>
  );
}

function Outcome({ delivery }: { delivery: DeliveryWithAttempts }) {
  const t = useTranslations();
  return (
    <>
      <span className="grow text-ink-2">{t(`delivery.states.${stateOnNetwork(delivery)}`)}</span>
      {delivery.state === "published" && delivery.url && !delivery.removedAt ? (
        <TextLink href={delivery.url} isOut>
          {t("calendar.post.see")} <ExternalLink size={12} className="inline" aria-hidden="true" />
        </TextLink>
      ) : null}
    </>
  );
}
