"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Poll } from "#lib/networks/contract/connector";
import { countText, type PollLimit } from "#lib/networks/contract/limits";

import { Button } from "../primitives/button.tsx";
import { Checkbox } from "../primitives/choice.tsx";
import { Input, Select } from "../primitives/field.tsx";
import { durationsWithin, inWords } from "./post-options.ts";

const anyLength = { max: 10_000, unit: "graphemes" } as const;

/** The choices of a poll, its duration and whether several choices are allowed. */
export function PollFields({
  poll,
  limit,
  onChange,
  onRemove,
}: {
  poll: Poll;
  /** Undefined if no chosen account's network has polls any more. */
  limit: PollLimit | undefined;
  onChange: (poll: Poll) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("compose.options");
  const { options } = poll;
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="text-body font-semibold">{t("poll")}</legend>
      {options.map((option, index) => (
        <Choice
          // oxlint-disable-next-line react/no-array-index-key -- a choice is its place in the poll
          key={index}
          number={index + 1}
          option={option}
          max={limit?.optionLength}
          onChange={(text) => onChange({ ...poll, options: options.with(index, text) })}
          {...(options.length > 2
            ? { onRemove: () => onChange({ ...poll, options: options.toSpliced(index, 1) }) }
            : {})}
        />
      ))}
      <Terms {...{ poll, limit, onChange, onRemove }} />
    </fieldset>
  );
}

function Terms({ poll, limit, onChange, onRemove }: Parameters<typeof PollFields>[0]) {
  const t = useTranslations("compose.options");
  const { options } = poll;
  const isFull = options.length >= (limit?.optionsMax ?? 4);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {isFull ? null : (
        <Button variant="quiet" onClick={() => onChange({ ...poll, options: [...options, ""] })}>
          <Plus size={16} aria-hidden="true" />
          {t("addChoice")}
        </Button>
      )}
      {limit ? <Duration poll={poll} limit={limit} onChange={onChange} /> : null}
      {limit?.hasMultiple || poll.isMultiple ? (
        <Checkbox
          label={t("several")}
          checked={poll.isMultiple}
          onChange={(event) => onChange({ ...poll, isMultiple: event.target.checked })}
        />
      ) : null}
      <Button variant="quiet" onClick={onRemove}>
        {t("removePoll")}
      </Button>
    </div>
  );
}

function Choice({
  number,
  option,
  max,
  onChange,
  onRemove,
}: {
  number: number;
  option: string;
  max: number | undefined;
  onChange: (text: string) => void;
  onRemove?: () => void;
}) {
  const t = useTranslations("compose.options");
  const { used } = countText(option.trim(), anyLength);
  const isOver = max !== undefined && used > max;
  return (
    <div className="grid max-w-[442px] grid-cols-[minmax(0,1fr)_52px_36px] items-center gap-2">
      <Input
        aria-label={t("choice", { number })}
        placeholder={t("choice", { number })}
        aria-invalid={isOver}
        maxLength={500}
        value={option}
        onChange={(event) => onChange(event.target.value)}
      />
      {max === undefined ? null : (
        <span className={isOver ? "tabular-nums text-danger" : "tabular-nums text-ink-3"}>
          {used} / {max}
        </span>
      )}
      {onRemove ? (
        <Button
          variant="quiet"
          isIcon
          aria-label={t("removeChoice", { number })}
          onClick={onRemove}
        >
          <X size={16} aria-hidden="true" />
        </Button>
      ) : null}
    </div>
  );
}

function Duration({
  poll,
  limit,
  onChange,
}: {
  poll: Poll;
  limit: PollLimit;
  onChange: (poll: Poll) => void;
}) {
  const t = useTranslations("compose.options");
  return (
    <label className="flex flex-wrap items-center gap-2">
      <span>{t("open")}</span>
      <Select
        className="w-auto max-w-full"
        value={poll.minutes}
        onChange={(event) => onChange({ ...poll, minutes: Number(event.target.value) })}
      >
        {durationsWithin(limit, poll.minutes).map((minutes) => {
          const { unit, count } = inWords(minutes);
          return (
            <option key={minutes} value={minutes}>
              {t(unit, { count })}
            </option>
          );
        })}
      </Select>
    </label>
  );
}
