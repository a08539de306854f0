"use client";

import { useTranslations } from "next-intl";

import type { QueueView } from "#lib/views/queue";

import type { FormState } from "../../../_actions/form-state.ts";
import { changeSlotsAction } from "../../../_actions/queue.ts";
import { useMoment } from "../../../_components/composer/use-moment.ts";
import { NetworkIcon } from "../../../_components/network-icon.tsx";
import { Checkbox } from "../../../_components/primitives/choice.tsx";
import { FieldHelp } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { RowsNotice } from "../rows-notice.tsx";
import { useRowsForm } from "../use-rows-form.ts";
import { SlotRows, type SlotStage } from "./slot-rows.tsx";
import { isSameSlots, readSlots, slotsEditOf } from "./slots-edit.ts";

interface Props {
  workspace: string;
  version: number;
  canChange: boolean;
  account: QueueView["accounts"][number];
  stages: readonly SlotStage[];
}

/** The weekly slots of one account, saved together. */
export function SlotsForm({ workspace, version, canChange, account, stages }: Props) {
  const t = useTranslations("queue");
  const { id } = account;
  const saved = slotsEditOf(account);
  const kept = {
    kept: `slots ${id}`,
    version,
    saved,
    read: readSlots,
    isSame: isSameSlots,
    // A slot is identified by its day and time, so saving gives a new one no id to take over.
    takeOver: (left: typeof saved) => left,
  };
  const { state, isPending, form, edit } = useRowsForm(changeSlotsAction, none, kept);
  const { rows, isPaused } = edit.value;
  const wrong = state.wrong ? { refusal: "slot-time-wrong" } : {};
  return (
    <Section title={<Title account={account} />} aside={<NextFree account={account} />}>
      <form {...form}>
        <input type="hidden" name="workspace" value={workspace} />
        <input type="hidden" name="accountId" value={id} />
        <RowsNotice edit={edit} />
        <fieldset disabled={!canChange} className="grid min-w-0 gap-3">
          <legend className="sr-only">{t("slotsOf", { account: account.handle })}</legend>
          <SlotRows
            {...{ rows, stages, canChange }}
            setRows={(changed) => edit.change({ isPaused, rows: changed })}
          />
          <Checkbox
            name="isPaused"
            checked={isPaused}
            onChange={(event) => edit.change({ rows, isPaused: event.target.checked })}
            label={
              <span>
                {t("pause")} <FieldHelp>{t("pauseHelp")}</FieldHelp>
              </span>
            }
          />
          <div aria-live="polite" aria-busy={isPending}>
            <FormOutcome state={{ ...state, ...wrong }} done={t("saved")} />
          </div>
          {canChange ? <Save handle={account.handle} isPending={isPending} /> : null}
        </fieldset>
      </form>
    </Section>
  );
}

const none: FormState = { typed: {} };

function Save({ handle, isPending }: { handle: string; isPending: boolean }) {
  const common = useTranslations("common");
  return (
    <div>
      <SubmitButton variant="outline" isPending={isPending}>
        {common("save")}
        <span className="sr-only">: @{handle}</span>
      </SubmitButton>
    </div>
  );
}

function Title({ account: { network, networkLabel, handle } }: Pick<Props, "account">) {
  return (
    <span className="inline-flex items-center gap-2 wrap-anywhere">
      <NetworkIcon network={network} label={networkLabel} size={14} />@{handle}
    </span>
  );
}

function NextFree({ account: { isPaused, nextFree } }: Pick<Props, "account">) {
  const t = useTranslations("queue");
  const moment = useMoment();
  if (isPaused) return t("paused");
  return nextFree ? t("nextFree", { moment: moment(nextFree) }) : null;
}
