"use client";

import { useTranslations } from "next-intl";

import { type Disclosure, unsaidOf } from "#lib/networks/contract/post-options";

import { Checkbox } from "../primitives/choice.tsx";
import { FieldHelp, Select } from "../primitives/field.tsx";
import type { ComposerAccount } from "./draft.ts";

/** Disclosure of how the post was made, for all accounts; says which networks have no field for it. */
export function DisclosureFields({
  accounts,
  value,
  onChange,
}: {
  accounts: readonly ComposerAccount[];
  value: Disclosure | null;
  onChange: (disclosure: Disclosure | null) => void;
}) {
  const t = useTranslations("compose.disclosure");
  const said = value ?? {};
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <label className="flex flex-wrap items-center gap-2">
          <span>{t("ai")}</span>
          <Select
            className="w-auto max-w-full"
            value={said.ai ?? ""}
            onChange={(event) => onChange({ ...said, ai: aiOf(event.target.value) })}
          >
            <option value="">{t("none")}</option>
            <option value="assisted">{t("assisted")}</option>
            <option value="generated">{t("generated")}</option>
          </Select>
        </label>
        <Checkbox
          label={t("isPaid")}
          checked={said.isPaid === true}
          onChange={(event) => onChange({ ...said, isPaid: event.target.checked || undefined })}
        />
      </div>
      <Unsaid accounts={accounts} said={said} />
    </div>
  );
}

function Unsaid({ accounts, said }: { accounts: readonly ComposerAccount[]; said: Disclosure }) {
  const t = useTranslations("compose.disclosure");
  const without = (part: keyof Disclosure) => {
    const silent = accounts.filter(({ disclosure }) => unsaidOf(said, disclosure)[part]);
    return [...new Set(silent.map(({ networkLabel }) => networkLabel))].join(", ");
  };
  const [withoutAi, withoutPaid] = [without("ai"), without("isPaid")];
  return (
    <div aria-live="polite">
      {withoutAi ? <FieldHelp>{t("noFieldForAi", { networks: withoutAi })}</FieldHelp> : null}
      {withoutPaid ? <FieldHelp>{t("noFieldForPaid", { networks: withoutPaid })}</FieldHelp> : null}
    </div>
  );
}

function aiOf(value: string): Disclosure["ai"] {
  return value === "assisted" || value === "generated" ? value : undefined;
}
