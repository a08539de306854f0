"use client";

import { useTranslations } from "next-intl";

import type { QueueView } from "#lib/views/queue";

import { type BestSlotsState, makeBestSlotsAction } from "../../../_actions/queue.ts";
import { SelectField } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../_components/primitives/use-form-action.ts";
import { HourTable } from "./hour-table.tsx";
import { useWeekdays } from "./use-weekdays.ts";

interface Props {
  workspace: string;
  bestTimes: QueueView["bestTimes"];
  /** Accounts whose slots this user may change. */
  accounts: QueueView["accounts"];
}

/** Shows touchpoints per hour of the week, and makes slots of the best hours. */
export function BestTimesPart({ workspace, bestTimes, accounts }: Props) {
  const t = useTranslations("queue");
  const days = useWeekdays();
  const { touchpoints, needed, best } = bestTimes;
  if (touchpoints < needed)
    return (
      <Section title={t("best.title")}>
        <p className="text-ink-2">{t("best.tooLittle", { touchpoints, needed })}</p>
      </Section>
    );
  const named = best.map(
    ({ weekday, hour }) => `${days[weekday - 1]?.label} ${String(hour).padStart(2, "0")}:00`,
  );
  return (
    <Section title={t("best.title")}>
      <div className="grid gap-3">
        <p className="max-w-[640px] text-ink-2">{t("best.text", { touchpoints })}</p>
        {best.length === 0 ? (
          <p>{t("best.none")}</p>
        ) : (
          <p>
            {t("best.hours")} <b>{named.join(", ")}</b>
          </p>
        )}
        {best.length > 0 && accounts.length > 0 ? (
          <MakeSlots {...{ workspace, accounts }} count={best.length} />
        ) : null}
        <HourTable bestTimes={bestTimes} />
      </div>
    </Section>
  );
}

function MakeSlots({ workspace, accounts, count }: Omit<Props, "bestTimes"> & { count: number }) {
  const t = useTranslations("queue.best");
  const first: BestSlotsState = { typed: {} };
  const [state, submit, isPending] = useFormAction(makeBestSlotsAction, first);
  return (
    <form action={submit} className="grid max-w-[560px] gap-2">
      <input type="hidden" name="workspace" value={workspace} />
      <div className="grid gap-2 sm:grid-cols-[1fr_auto] sm:items-end">
        <SelectField
          name="accountId"
          label={t("account")}
          options={accounts.map(({ id, networkLabel, handle }) => ({
            value: id,
            label: `${networkLabel} @${handle}`,
          }))}
          defaultValue={state.typed["accountId"]}
          hasNoErrorRoom
        />
        <SubmitButton variant="outline" isPending={isPending}>
          {t("make", { count })}
        </SubmitButton>
      </div>
      <div aria-live="polite">
        <FormOutcome state={state} done={t("made", { added: state.added ?? 0 })} />
      </div>
    </form>
  );
}
