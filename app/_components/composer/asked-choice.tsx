"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import type { OptionChoice, PostOption } from "#lib/networks/contract/post-options";

import { FieldHelp, Select } from "../primitives/field.tsx";
import { TextButton } from "../primitives/text-link.tsx";
import type { AskChoices } from "./composer-props.ts";
import type { OptionTexts } from "./draft.ts";

export interface OptionFieldProps {
  option: PostOption;
  accountId: string;
  texts: OptionTexts;
  value: string | true | undefined;
  choices: AskChoices;
  onChange: (value: string | true | undefined) => void;
}

/** A choice among what the account has on its network (boards, places), asked there. What was chosen before stays chosen while nobody answers. */
export function AskedChoice({
  option,
  accountId,
  texts,
  value,
  choices,
  onChange,
  label,
}: OptionFieldProps & { label: string }) {
  const t = useTranslations("compose.options");
  const { told, askAgain } = useChoices(choices, accountId, option.key);
  const chosen = typeof value === "string" ? value : "";
  return (
    <div className="grid gap-1">
      <label className="grid gap-1">
        <span>{label}</span>
        <Select value={chosen} onChange={(event) => onChange(event.target.value || undefined)}>
          <option value="">{told.kind === "asking" ? t("asking") : t("choose")}</option>
          <Choices told={told} chosen={chosen} />
        </Select>
        {texts.help ? <FieldHelp>{texts.help}</FieldHelp> : null}
      </label>
      <NothingTold told={told} onAskAgain={askAgain} />
    </div>
  );
}

function Choices({ told, chosen }: { told: Told; chosen: string }) {
  const t = useTranslations("compose.options");
  const found = told.kind === "choices" ? told.choices : [];
  const isGone = chosen !== "" && !found.some((one) => one.value === chosen);
  return (
    <>
      {isGone ? (
        <option value={chosen}>{t(told.kind === "choices" ? "goneThere" : "chosenBefore")}</option>
      ) : null}
      {found.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </>
  );
}

function NothingTold({ told, onAskAgain }: { told: Told; onAskAgain: () => void }) {
  const t = useTranslations("compose.options");
  const isEmpty = told.kind === "choices" && told.choices.length === 0;
  if (told.kind !== "silent" && !isEmpty) return null;
  return (
    <p role="alert" className={`text-small ${isEmpty ? "" : "text-danger"}`}>
      {t(isEmpty ? "noneThere" : "notTold")}{" "}
      <TextButton onClick={onAskAgain}>{t("askAgain")}</TextButton>
    </p>
  );
}

type Told =
  | { kind: "asking" }
  | { kind: "silent" }
  | { kind: "choices"; choices: readonly OptionChoice[] };

function useChoices(ask: OptionFieldProps["choices"], accountId: string, option: string) {
  const [told, setTold] = useState<Told>({ kind: "asking" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOver = false;
    void answered(ask, { accountId, option }).then((answer) => {
      if (!isOver) setTold(answer);
    });
    return () => {
      isOver = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `ask` is a new function with every look
  }, [accountId, option, round]);
  const askAgain = () => {
    setTold({ kind: "asking" });
    setRound((before) => before + 1);
  };
  return { told, askAgain };
}

async function answered(
  ask: OptionFieldProps["choices"],
  wanted: { accountId: string; option: string },
): Promise<Told> {
  const answer = await ask(wanted).catch(() => undefined);
  return answer?.ok ? { kind: "choices", choices: answer.value } : { kind: "silent" };
}
