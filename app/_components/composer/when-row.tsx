"use client";

import { useTranslations } from "next-intl";

import { Radio, RadioGroup } from "../primitives/choice.tsx";
import { Input } from "../primitives/field.tsx";
import { Stave } from "../stave/stave.tsx";
import type { ComposerStage, PlannedMark, WallClock, When } from "./draft.ts";
import type { QueueState } from "./use-composer.ts";
import { useMoment } from "./use-moment.ts";
import { weekOf } from "./week-of.ts";

/**
 * Choice of the publishing time: the next free slot, or a time in the workspace's time zone; with the week
 * around it.
 */
export function WhenRow(props: WhenProps) {
  const t = useTranslations("compose");
  const { when, earliest, zoneName, onChange } = props;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Choices {...props} />
        {when.kind === "chosen" ? (
          <Input
            type="datetime-local"
            className="w-auto"
            aria-label={t("dayAndTime", { zone: zoneName })}
            value={when.chosenAt}
            min={earliest}
            onChange={(event) => onChange({ kind: "chosen", chosenAt: event.target.value })}
          />
        ) : null}
        <span className="grow" />
        <span className="text-small text-ink-3">{t("zone", { zone: zoneName })}</span>
      </div>
      <Week {...props} />
    </>
  );
}

interface WhenProps {
  when: When;
  /** The publishing time as chosen now. */
  at: WallClock;
  nextFree: WallClock;
  queue: QueueState;
  earliest: WallClock;
  zoneName: string;
  stage: ComposerStage | undefined;
  stages: readonly ComposerStage[];
  planned: readonly PlannedMark[];
  onChange: (when: When) => void;
}

function Choices({ when, nextFree, queue, stage, onChange }: WhenProps) {
  const t = useTranslations("compose");
  const moment = useMoment();
  return (
    <RadioGroup label={t("when")} isLabelHidden>
      <Radio
        name="when"
        isBoxed
        checked={when.kind === "next"}
        onChange={() => onChange({ ...when, kind: "next" })}
        label={
          <span>
            {queue === "full" ? t("noFreeSlot") : null}
            {queue === "full"
              ? null
              : t(nextKeys[queue][stage ? 1 : 0], { stage: stage?.name ?? "" })}{" "}
            <b>{moment(nextFree)}</b>
          </span>
        }
      />
      <Radio
        name="when"
        isBoxed
        checked={when.kind === "chosen"}
        onChange={() => onChange({ ...when, kind: "chosen" })}
        label={t("chooseTime")}
      />
    </RadioGroup>
  );
}

/** Message keys without and with a stage. */
const nextKeys = {
  none: ["nextFree", "nextFreeIn"],
  free: ["nextSlot", "nextSlotIn"],
} as const;

function Week({ at, earliest, stage, stages, planned }: WhenProps) {
  const t = useTranslations("compose");
  const day = at.slice(0, 10);
  const days = weekOf(day, earliest.slice(0, 10));
  if (days.length === 0) return null;
  return (
    <div className="mt-3 overflow-hidden rounded-2 border border-line-2">
      <Stave
        isCompact
        label={t("weekAround")}
        days={days}
        today={day}
        lanes={stages.map((lane) => ({
          key: lane.key,
          name: lane.name,
          events: [
            ...planned
              .filter((mark) => mark.stageKey === lane.key && days.includes(mark.day))
              .map((mark) => ({
                id: mark.id,
                day: mark.day,
                text: "",
                name: mark.text,
                look: "scheduled" as const,
              })),
            ...(stage?.id === lane.id
              ? [{ id: "this", day, text: t("thisPost"), name: "", look: "scheduled" as const }]
              : []),
          ],
        }))}
      />
    </div>
  );
}
