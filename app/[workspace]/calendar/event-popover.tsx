"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";

import { useMoment } from "../../_components/composer/use-moment.ts";
import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Button, LinkButton } from "../../_components/primitives/button.tsx";
import { Popover } from "../../_components/primitives/popover.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { StageChip } from "../../_components/stage/stage-chip.tsx";
import type { CalendarEvent } from "./calendar-event.ts";
import { MomentDialog } from "./moment-dialog.tsx";
import { SwapButtons } from "./swap-buttons.tsx";
import type { Moving } from "./use-moving.ts";

/** Details of a post in a popover: its text, its state and the actions for it. */
export function EventPopover({
  event,
  anchor,
  workspace,
  moving,
  onClose,
}: {
  event: CalendarEvent;
  anchor: RefObject<HTMLElement | null>;
  workspace: string;
  moving: Moving;
  onClose: () => void;
}) {
  const t = useTranslations("calendar");
  const moment = useMoment();
  const [isMoving, setMoving] = useState(false);
  if (isMoving)
    return (
      <MomentDialog
        title={t("moveTitle")}
        submitLabel={t("moveHere")}
        start={event.at}
        onClose={onClose}
        onChoose={(at) => moving.move(event, at)}
      />
    );
  return (
    <Popover
      label={t("postAt", { moment: moment(event.at) })}
      anchor={anchor}
      isOpen
      onClose={onClose}
    >
      <What event={event} />
      <HowItFares event={event} />
      <Blocked event={event} />
      {event.canMove ? <SwapButtons {...{ event, moving, onClose }} /> : null}
      <Acts
        event={event}
        workspace={workspace}
        moving={moving}
        onMove={() => setMoving(true)}
        onClose={onClose}
      />
    </Popover>
  );
}

function What({ event }: { event: CalendarEvent }) {
  const t = useTranslations("calendar");
  const moment = useMoment();
  return (
    <>
      <p className="flex flex-wrap items-center justify-between gap-2">
        <StageChip stage={event.stageKey} name={event.stageName} />
        <span className="text-small text-ink-2">{moment(event.at)}</span>
      </p>
      <p className="line-clamp-8 text-read wrap-anywhere whitespace-pre-wrap">
        {event.text || t("noText")}
      </p>
    </>
  );
}

function HowItFares({ event }: { event: CalendarEvent }) {
  const t = useTranslations("calendar");
  return (
    <p className="flex flex-wrap items-center gap-3 text-small text-ink-2">
      {event.networks.map(({ network, label }) => (
        <span key={network} className="inline-flex items-center gap-1">
          <NetworkIcon network={network} size={13} />
          {label}
        </span>
      ))}
      <b className="ms-auto font-semibold text-ink">
        {event.blocked?.short ?? t(`look.${event.look}`)}
      </b>
    </p>
  );
}

function Blocked({ event: { blocked } }: { event: CalendarEvent }) {
  if (!blocked) return null;
  return (
    <p className="rounded-2 border border-edge bg-sunken px-3 py-2 text-small">
      {blocked.sentence} <TextLink href={blocked.href}>{blocked.act}</TextLink>
    </p>
  );
}

function Acts({
  event,
  workspace,
  moving,
  onMove,
  onClose,
}: {
  event: CalendarEvent;
  workspace: string;
  moving: Moving;
  onMove: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("calendar");
  const and = (act: (event: CalendarEvent) => void) => () => {
    act(event);
    onClose();
  };
  return (
    <div className="flex flex-wrap gap-2 border-t pt-3">
      {event.canMove ? (
        <>
          <LinkButton variant="ink" href={`/${workspace}/compose?post=${event.id}`}>
            {t("edit")}
          </LinkButton>
          <Button onClick={onMove}>{t("move")}</Button>
        </>
      ) : null}
      <LinkButton
        variant={event.canMove ? "outline" : "ink"}
        href={`/${workspace}/posts/${event.id}`}
      >
        {t("open")}
      </LinkButton>
      <Button variant="quiet" onClick={and(moving.duplicate)}>
        {t("duplicate")}
      </Button>
      {event.canMove ? (
        <Button variant="quiet" isIcon aria-label={t("delete")} onClick={and(moving.remove)}>
          <Trash2 aria-hidden="true" />
        </Button>
      ) : null}
    </div>
  );
}
