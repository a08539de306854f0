"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";

import { editRuleAction } from "../../../_actions/rules.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { useFormAction } from "../../../_components/primitives/use-form-action.ts";

interface Acted {
  workspace: string;
  version: number;
  ruleKey: string;
  called: string;
}

/**
 * Switches a rule on or off, and moves a rule of the workspace's own: the first rule that matches applies.
 */
export function RuleActs({
  isOff,
  place,
  ...acted
}: Acted & { isOff: boolean; place: { index: number; last: number } | undefined }) {
  const [state, submit, isPending] = useFormAction(editRuleAction, { typed: {} });
  const common = { ...acted, submit, isPending };
  return (
    <>
      <Switch {...common} isOff={isOff} />
      {place ? (
        <>
          <Move {...common} to={place.index - 1} text="up" isPossible={place.index > 0} />
          <Move
            {...common}
            to={place.index + 1}
            text="down"
            isPossible={place.index < place.last}
          />
        </>
      ) : null}
      <FormOutcome state={{ ...state, isDone: false }} />
    </>
  );
}

interface Act extends Acted {
  submit: (form: FormData) => void;
  isPending: boolean;
}

function Switch({ isOff, called, submit, isPending, ...acted }: Act & { isOff: boolean }) {
  const t = useTranslations("rule-settings");
  return (
    <form action={submit}>
      <Fields {...acted} act="switch" />
      <Button
        type="submit"
        variant="quiet"
        name="isOff"
        value={isOff ? "no" : "yes"}
        disabled={isPending}
      >
        {t(isOff ? "switchOn" : "switchOff")}
        <span className="sr-only">: {called}</span>
      </Button>
    </form>
  );
}

function Move({
  to,
  text,
  isPossible,
  called,
  submit,
  isPending,
  ...acted
}: Act & { to: number; text: "up" | "down"; isPossible: boolean }) {
  const t = useTranslations("rule-settings");
  return (
    <form action={submit}>
      <Fields {...acted} act="move" />
      <Button
        isIcon
        type="submit"
        variant="quiet"
        name="to"
        value={to}
        aria-label={t(text, { rule: called })}
        disabled={isPending || !isPossible}
      >
        {text === "up" ? <ArrowUp /> : <ArrowDown />}
      </Button>
    </form>
  );
}

function Fields({
  workspace,
  version,
  ruleKey,
  act,
}: Omit<Acted, "called"> & { act: "switch" | "move" }) {
  return (
    <>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="key" value={ruleKey} />
      <input type="hidden" name="act" value={act} />
    </>
  );
}
