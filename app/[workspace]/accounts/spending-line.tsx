"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useActionState } from "react";

import { setAccountBudgetAction } from "../../_actions/spending.ts";
import { TextField } from "../../_components/primitives/field.tsx";
import { FormOutcome } from "../../_components/primitives/form-outcome.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";

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

/** What an account has cost this month, against what it may. */
export function SpendingLine(props: Props) {
  const { usdMicros, byKind, most, endsAt, canChange } = props;
  const t = useTranslations("spending");
  const dollars = useDollars();
  const spent = dollars(usdMicros);
  return (
    <div className="account-spending">
      <span>
        {most === null ? t("thisMonth", { spent }) : t("ofMost", { spent, most: dollars(most) })}
        {usdMicros > 0 ? (
          <small>
            {t("parts", { publish: dollars(byKind.publish), read: dollars(byKind.read) })}
          </small>
        ) : null}
      </span>
      {most !== null && usdMicros >= most ? (
        <small className="font-semibold">{t("reached", { until: endsAt })}</small>
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
  const [outcome, submit, isPending] = useActionState(setAccountBudgetAction, { typed });
  return (
    <details>
      <summary>{t("change")}</summary>
      <form action={submit} className="account-limit">
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
      </form>
    </details>
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
