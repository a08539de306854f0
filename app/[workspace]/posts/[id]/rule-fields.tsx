import { useTranslations } from "next-intl";

import { type RuleChoice, weekdayOf } from "#lib/posts/chosen-rule";
import { frequencies, weekdays } from "#lib/posts/write-rule";

import { useDates } from "../../../_components/frame/dates.ts";
import { Checkbox, RadioGroup } from "../../../_components/primitives/choice.tsx";
import { SelectField, TextField } from "../../../_components/primitives/field.tsx";

interface Fields {
  choice: RuleChoice;
  firstDay: string;
  onChange: (change: Partial<RuleChoice>) => void;
}

export function RuleFields(props: Fields) {
  const t = useTranslations("repeat");
  const { choice, onChange } = props;
  const units = frequencies.map((value) => ({ value, label: t(`unit.${value}`) }));
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("interval")}
          type="number"
          min={1}
          max={99}
          required
          value={choice.interval}
          hasNoErrorRoom
          onChange={({ target }) => onChange({ interval: Number(target.value) || 1 })}
        />
        <SelectField
          label={t("frequency")}
          options={units}
          value={choice.frequency}
          hasNoErrorRoom
          onChange={({ target }) =>
            onChange({ frequency: frequencies.find((one) => one === target.value) ?? "WEEKLY" })
          }
        />
      </div>
      {choice.frequency === "WEEKLY" ? <WeekdayBoxes {...props} /> : null}
      {choice.frequency === "MONTHLY" ? <MonthlyChoice {...props} /> : null}
      <EndFields {...props} />
    </>
  );
}

function WeekdayBoxes({ choice, firstDay, onChange }: Fields) {
  const t = useTranslations("repeat");
  const write = useDates();
  const first = weekdayOf(firstDay);
  const chosen = choice.weekdays.length > 0 ? choice.weekdays : [first];
  return (
    <RadioGroup label={t("weekdays")}>
      {weekdays.map((day, index) => (
        <Checkbox
          key={day}
          // 1 January 2024 was a Monday.
          label={write(`2024-01-0${index + 1}`, { weekday: "short" })}
          checked={chosen.includes(day)}
          onChange={({ target }) =>
            onChange({
              weekdays: target.checked ? [...chosen, day] : chosen.filter((other) => other !== day),
            })
          }
        />
      ))}
    </RadioGroup>
  );
}

const monthly = ["day", "weekday", "last-weekday", "last-day"] as const;

function MonthlyChoice({ choice, firstDay, onChange }: Fields) {
  const t = useTranslations("repeat");
  const write = useDates();
  const date = Number(firstDay.slice(8));
  const nth = `n${Math.ceil(date / 7)}`;
  const weekday = write(firstDay, { weekday: "long" });
  const labels = {
    day: t("monthDay", { from: "start", day: date }),
    weekday: t("nth", { nth: nth === "n5" ? "last1" : nth, weekday }),
    "last-weekday": t("nth", { nth: "last1", weekday }),
    "last-day": t("monthDay", { from: "end", day: 1 }),
  };
  const options = monthly
    .filter((value) => value !== "last-weekday" || nth === "n4")
    .map((value) => ({ value, label: labels[value] }));
  return (
    <SelectField
      label={t("monthly")}
      options={options}
      value={choice.monthly}
      hasNoErrorRoom
      onChange={({ target }) =>
        onChange({ monthly: monthly.find((one) => one === target.value) ?? "day" })
      }
    />
  );
}

const ends = ["never", "until", "count"] as const;

function EndFields({ choice, firstDay, onChange }: Fields) {
  const t = useTranslations("repeat");
  return (
    <>
      <SelectField
        label={t("end")}
        options={ends.map((value) => ({ value, label: t(`ends.${value}`) }))}
        value={choice.end}
        hasNoErrorRoom
        onChange={({ target }) =>
          onChange({ end: ends.find((one) => one === target.value) ?? "never" })
        }
      />
      {choice.end === "until" ? (
        <TextField
          label={t("untilDay")}
          type="date"
          min={firstDay}
          required
          value={choice.until}
          hasNoErrorRoom
          onChange={({ target }) => onChange({ until: target.value })}
        />
      ) : null}
      {choice.end === "count" ? (
        <TextField
          label={t("count")}
          type="number"
          min={1}
          max={1_000}
          required
          value={choice.count}
          hasNoErrorRoom
          onChange={({ target }) => onChange({ count: Number(target.value) || 1 })}
        />
      ) : null}
    </>
  );
}
