"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";

import { useMoment } from "../../_components/composer/use-moment.ts";
import { Button } from "../../_components/primitives/button.tsx";
import type { CalendarEvent } from "./calendar-event.ts";
import type { Moving } from "./use-moving.ts";

/**
 * Buttons that swap a post's time with the one before or after it on its account, for use without a mouse.
 */
export function SwapButtons({
  event,
  moving,
  onClose,
}: {
  event: CalendarEvent;
  moving: Moving;
  onClose: () => void;
}) {
  const t = useTranslations("calendar");
  const moment = useMoment();
  const { before, after } = neighboursOf(event, moving.shown);
  if (!before && !after) return null;
  const act = (other: CalendarEvent) => () => {
    moving.swap(event, other);
    onClose();
  };
  return (
    <div className="flex flex-wrap gap-2">
      {before ? (
        <Button variant="quiet" onClick={act(before)}>
          <ArrowUp aria-hidden="true" />
          {t("swapBefore", { moment: moment(before.at) })}
        </Button>
      ) : null}
      {after ? (
        <Button variant="quiet" onClick={act(after)}>
          <ArrowDown aria-hidden="true" />
          {t("swapAfter", { moment: moment(after.at) })}
        </Button>
      ) : null}
    </div>
  );
}

/** Returns the neighbours among the shown movable posts that share an account with this one. */
function neighboursOf(event: CalendarEvent, shown: readonly CalendarEvent[]) {
  const others = shown
    .filter(
      ({ id, canMove, accountIds }) =>
        id !== event.id && canMove && accountIds.some((one) => event.accountIds.includes(one)),
    )
    .toSorted((one, other) => one.at.localeCompare(other.at));
  return {
    before: others.findLast(({ at }) => at < event.at),
    after: others.find(({ at }) => at > event.at),
  };
}
