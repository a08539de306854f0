"use client";

import { useFormatter, useTranslations } from "next-intl";

import { setAccountBudgetAction } from "../../_actions/spending.ts";
import { AutosavedForm } from "../../_components/primitives/autosaved-form.tsx";
import { Disclosure } from "../../_components/primitives/disclosure.tsx";
import { TextField } from "../../_components/primitives/field.tsx";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../_components/primitives/use-form-action.ts";

interface Props {
  workspace: string;
  accountId: string;
  network: string;
  usdMicros: number;
  byKind: Readonly<Record<"publish" | "read", number>>;
  most: number | null;
  endsAt: Date;
  canChange: boolean;
}

/** Shows what an account has cost this month and its monthly limit. */
export function SpendingLine(props: Props) {
  const { usdMicros, byKind, most, endsAt, canChange } = props;
  const t = useTranslations("spending");
  const dollars = useDollars();
  const spent = dollars(usdMicros);
  return (
    <div className="col-[2/-1] grid gap-2 text-small">
      <span>
        {most === null ? t("thisMonth", { spent }) : t("ofMost", { spent, most: dollars(most) })}
        {usdMicros > 0 ? (
          <span className="block text-ink-2">
            {t("parts", { publish: dollars(byKind.publish), read: dollars(byKind.read) })}
          </span>
        ) : null}
      </span>
      {most !== null && usdMicros >= most ? (
        <b className="block font-semibold">{t("reached", { until: endsAt })}</b>
      ) : null}
      {canChange ? <LimitForm {...props} /> : null}
    </div>
  );
}

function LimitForm({ workspace, accountId, network, most }: Props) {
  const t = useTranslations("spending");
  const typed: Record<string, string> = {
    usdPerMonth: most === null ? "" : String(most / 1_000_000),
  };
  const [outcome, submit, isPending] = useFormAction(setAccountBudgetAction, { typed });
  return (
    <Disclosure summary={t("change")}>
      <AutosavedForm
        kept={`budget ${accountId}`}
        answer={outcome}
        action={submit}
        className="mt-3 grid max-w-[338px] justify-items-start gap-3"
      >
        <input type="hidden" name="workspace" value={workspace} />
        <input type="hidden" name="accountId" value={accountId} />
        <TextField
          label={t("limit")}
          name="usdPerMonth"
          inputMode="decimal"
          defaultValue={outcome.typed["usdPerMonth"]}
          help={t("limitHelp", { network })}
          error={outcome.wrong?.includes("usdPerMonth") ? t("wrongAmount") : undefined}
          hasNoErrorRoom
        />
        <SubmitButton isPending={isPending}>{t("save")}</SubmitButton>
        <FormOutcome state={outcome} done={t("saved")} />
      </AutosavedForm>
    </Disclosure>
  );
}

function useDollars(): (usdMicros: number) => string {
  const format = useFormatter();
  return (usdMicros) =>
    format.number(usdMicros / 1_000_000, {
      style: "currency",
      currency: "USD",
      currencyDisplay: "narrowSymbol",
      maximumFractionDigits: 3,
    });
}
