"use client";

import { useTranslations } from "next-intl";

import { NetworkIcon } from "../network-icon.tsx";
import { Checkbox, RadioGroup } from "../primitives/choice.tsx";
import { TextLink } from "../primitives/text-link.tsx";
import type { ComposerAccount, Draft } from "./draft.ts";

/**
 * Choice of the post's accounts. Accounts that need a sign-in can be chosen; the reason why they wait is
 * shown.
 */
export function AccountsRow({
  accounts,
  draft,
  accountsHref,
  onChange,
}: {
  accounts: readonly ComposerAccount[];
  draft: Draft;
  accountsHref: string;
  onChange: (draft: Draft) => void;
}) {
  const t = useTranslations("compose");
  const waiting = accounts.filter((account) => account.needsPerson);
  if (accounts.length === 0)
    return (
      <p>
        {t("noAccounts")} <TextLink href={accountsHref}>{t("connectOne")}</TextLink>
      </p>
    );
  return (
    <>
      <RadioGroup label={t("accounts")} isLabelHidden>
        {accounts.map((account) => (
          <Checkbox
            key={account.id}
            isBoxed
            checked={draft.accountIds.includes(account.id)}
            onChange={(event) => onChange(toggled(draft, account.id, event.target.checked))}
            label={
              <>
                <NetworkIcon network={account.network} />
                <span>
                  {account.networkLabel} <span className="text-ink-3">@{account.handle}</span>
                </span>
              </>
            }
          />
        ))}
      </RadioGroup>
      {waiting.map((account) => (
        <p key={account.id} className="mt-1 text-small text-ink-2">
          {t("accountWaits", { account: `${account.networkLabel} @${account.handle}` })}{" "}
          <TextLink href={accountsHref} isInline>
            {t("toAccounts")}
          </TextLink>
        </p>
      ))}
    </>
  );
}

function toggled(draft: Draft, id: string, isChosen: boolean): Draft {
  const others = draft.accountIds.filter((one) => one !== id);
  return { ...draft, accountIds: isChosen ? [...others, id] : others };
}
