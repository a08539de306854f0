"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { chooseAccountsAction } from "../../../../_actions/accounts.ts";
import type { FormState } from "../../../../_actions/form-state.ts";
import { Chip } from "../../../../_components/primitives/chip.tsx";
import { Checkbox } from "../../../../_components/primitives/choice.tsx";
import { TextField } from "../../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../../_components/primitives/form-outcome.tsx";
import {
  manyChoices,
  matchingChoices,
} from "../../../../_components/primitives/matching-choices.ts";
import { SubmitButton } from "../../../../_components/primitives/submit-button.tsx";
import { useFormAction } from "../../../../_components/primitives/use-form-action.ts";

interface OfferedLine {
  readonly remoteId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly isConnected: boolean;
  /** The kind of the account, translated. */
  readonly sort: string | undefined;
  /** Why the account cannot be connected, translated. */
  readonly unusable: string | undefined;
}

interface Props {
  workspace: string;
  signInId: string;
  network: string;
  offered: readonly OfferedLine[];
  /** Whether the network has more accounts than it returned. */
  hasMore: boolean;
}

const before: FormState = { typed: {} };

/**
 * Works without script too. Accounts that are connected already are ticked: they are signed in again with the
 * others.
 */
export function ChooseForm({ workspace, signInId, network, offered, hasMore }: Props) {
  const t = useTranslations("connect.choose");
  const [state, submit, isPending] = useFormAction(chooseAccountsAction, before);
  const [words, setWords] = useState("");
  const found = foundAmong(offered, words);
  const count = offered.length;
  return (
    <form action={submit} className="grid gap-4 px-6 py-4 max-sm:px-4">
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="signInId" value={signInId} />
      {hasMore ? <p className="text-ink-2">{t("more", { network, count })}</p> : null}
      {count > manyChoices ? (
        <div className="max-w-[420px]" aria-live="polite">
          <TextField
            label={t("find", { count })}
            type="search"
            value={words}
            maxLength={80}
            help={words.trim() ? t("found", { count, found: found.size }) : undefined}
            onChange={(event) => setWords(event.target.value)}
            // Enter in a search does not connect accounts.
            onKeyDown={(event) => {
              if (event.key === "Enter") event.preventDefault();
            }}
            hasNoErrorRoom
          />
        </div>
      ) : null}
      <fieldset>
        <legend className="sr-only">{t("question", { network })}</legend>
        <ul className="max-w-[720px]">
          {offered.map((account) => (
            <OfferedRow
              key={account.remoteId}
              account={account}
              isHidden={!found.has(account.remoteId)}
            />
          ))}
        </ul>
      </fieldset>
      <FormOutcome state={state} />
      <div>
        <SubmitButton isPending={isPending} pendingLabel={t("connecting")}>
          {t("connect")}
        </SubmitButton>
      </div>
    </form>
  );
}

/**
 * Returns the accounts that match the search words. The others are hidden but stay in the form, ticked or
 * not.
 */
function foundAmong(offered: readonly OfferedLine[], words: string): ReadonlySet<string> {
  const choices = offered.map(({ remoteId, displayName, handle }) => ({
    value: remoteId,
    label: `${displayName} ${handle}`,
  }));
  return new Set(matchingChoices(choices, { words, chosen: "" }).map(({ value }) => value));
}

function OfferedRow({ account, isHidden }: { account: OfferedLine; isHidden: boolean }) {
  const t = useTranslations("connect.choose");
  const { remoteId, handle, displayName, sort, unusable, isConnected } = account;
  return (
    <li className="border-b py-2" hidden={isHidden}>
      <Checkbox
        name="remoteId"
        value={remoteId}
        defaultChecked={isConnected && !unusable}
        disabled={unusable !== undefined}
        label={
          <span className="wrap-anywhere">
            <b>
              <bdi>{displayName}</bdi>
            </b>{" "}
            {handle === displayName ? null : <bdi className="text-ink-2">{handle}</bdi>}{" "}
            {sort ? <Chip>{sort}</Chip> : null} {isConnected ? <Chip>{t("already")}</Chip> : null}
          </span>
        }
      />
      {unusable ? <small className="block pl-6 text-small text-ink-2">{unusable}</small> : null}
    </li>
  );
}
