import { useTranslations } from "next-intl";

import type { DeliveryWithAttempts } from "#lib/deliveries/show-delivery";
import { manifestOf } from "#lib/networks/registry";

import { DeliverySteps } from "../../../_components/delivery/delivery-steps.tsx";
import { Disclosure } from "../../../_components/primitives/disclosure.tsx";

/** The collapsed history of one delivery. */
export function WhatHappened({
  delivery,
  timeZone,
  isBlocked,
}: {
  delivery: DeliveryWithAttempts;
  timeZone: string;
  isBlocked: boolean;
}) {
  const t = useTranslations("history");
  const { network, part } = delivery;
  return (
    <Disclosure
      summary={
        <>
          {t("title")}
          <span className="sr-only">
            : {manifestOf(network).label} {part}
          </span>
        </>
      }
    >
      <DeliverySteps delivery={delivery} timeZone={timeZone} isBlocked={isBlocked} />
    </Disclosure>
  );
}
