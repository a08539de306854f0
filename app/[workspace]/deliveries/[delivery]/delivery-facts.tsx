import { useFormatter, useTranslations } from "next-intl";

import { stateOnNetwork } from "#lib/deliveries/post-status";
import type { DeliveryWithAttempts } from "#lib/deliveries/show-delivery";
import { textOr } from "#lib/i18n/text-or";
import { manifestOf } from "#lib/networks/registry";

import { Chip } from "../../../_components/primitives/chip.tsx";
import { Part } from "../../../_components/primitives/section.tsx";
import { TextLink } from "../../../_components/primitives/text-link.tsx";
import { TakeDown } from "./take-down.tsx";

interface Facts {
  workspace: string;
  delivery: DeliveryWithAttempts;
  timeZone: string;
  canAnswer: boolean;
}

/** Shows the delivery's state, its snapshot and links to the post here and on the network. */
export function DeliveryFacts(facts: Facts) {
  const { workspace, delivery } = facts;
  const t = useTranslations("delivery");
  const { label } = manifestOf(delivery.network);
  return (
    <Part className="flex flex-col gap-2">
      <p>
        <Chip tone={delivery.state === "failed" ? "danger" : "plain"}>
          {t(`states.${stateOnNetwork(delivery)}`)}
        </Chip>{" "}
        {delivery.partCount > 1
          ? t("part", { part: delivery.part, count: delivery.partCount })
          : null}
      </p>
      {delivery.reason ? (
        <p>{textOr(t, `reasons.${delivery.reason}`, { network: label }, "reasons.without-text")}</p>
      ) : null}
      <p className="rounded-2 bg-sunken p-3 text-read wrap-anywhere whitespace-pre-wrap">
        {delivery.snapshot.text}
      </p>
      <p className="flex flex-wrap items-center gap-4">
        <TextLink href={`/${workspace}/posts/${delivery.postId}`}>{t("openPost")}</TextLink>
        <There {...facts} />
      </p>
    </Part>
  );
}

/** Links to a published part, with a button to delete it there; if it was removed, shows when. */
function There({ workspace, delivery, timeZone, canAnswer }: Facts) {
  const t = useTranslations("delivery");
  const format = useFormatter();
  const { label, abilities } = manifestOf(delivery.network);
  if (delivery.removedAt) {
    const style = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
    return <span>{t("removed", { when: format.dateTime(delivery.removedAt, style) })}</span>;
  }
  if (delivery.state !== "published") return null;
  return (
    <>
      {delivery.url ? (
        <TextLink href={delivery.url} isOut>
          {t("seeThere", { network: label })}
        </TextLink>
      ) : null}
      {canAnswer && abilities.canDelete && delivery.remoteId ? (
        <TakeDown workspace={workspace} deliveryId={delivery.id} network={label} />
      ) : null}
    </>
  );
}
