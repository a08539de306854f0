"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import type { OptionChoice, PostOption } from "#lib/networks/contract/post-options";

import { FieldHelp, Input, Select } from "../primitives/field.tsx";
import { manyChoices, matchingChoices } from "../primitives/matching-choices.ts";
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

/**
 * A choice from a list that the network returns for the account (boards, places). The saved choice is kept
 * until the network answers.
 */
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
  const [words, setWords] = useState("");
  const chosen = typeof value === "string" ? value : "";
  return (
    <div className="grid gap-1">
      <Finding told={told} label={label} words={words} onChange={setWords} />
      <label className="grid gap-1">
        <span>{label}</span>
        <Select value={chosen} onChange={(event) => onChange(event.target.value || undefined)}>
          <option value="">{told.kind === "asking" ? t("asking") : t("choose")}</option>
          <Choices {...{ told, chosen, words }} />
        </Select>
        {texts.help ? <FieldHelp>{texts.help}</FieldHelp> : null}
      </label>
      <NothingTold told={told} onAskAgain={askAgain} />
    </div>
  );
}

/** Search field for long lists, and a note if the network has more entries. */
function Finding({
  told,
  label,
  words,
  onChange,
}: {
  told: Told;
  label: string;
  words: string;
  onChange: (words: string) => void;
}) {
  const t = useTranslations("compose.options");
  if (told.kind !== "choices" || told.choices.length <= manyChoices) return null;
  const total = told.choices.length;
  const { length: count } = matchingChoices(told.choices, { words, chosen: "" });
  return (
    <>
      <label className="grid gap-1">
        <span className="text-small">{t("findAmong", { label, total })}</span>
        <Input
          type="search"
          value={words}
          maxLength={80}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <p className="text-small text-ink-2" aria-live="polite">
        {words.trim() ? t("foundAmong", { count, total }) : null}
        {told.hasMore ? ` ${t("moreThere", { total })}` : null}
      </p>
    </>
  );
}

function Choices({ told, chosen, words }: { told: Told; chosen: string; words: string }) {
  const t = useTranslations("compose.options");
  const isTold = told.kind === "choices";
  const all = isTold ? told.choices : [];
  const isUnseen = chosen !== "" && !all.some((one) => one.value === chosen);
  // If the list is incomplete, the choice may be among the entries that are missing.
  const isGone = isTold && !told.hasMore;
  return (
    <>
      {isUnseen ? <option value={chosen}>{t(isGone ? "goneThere" : "chosenBefore")}</option> : null}
      {matchingChoices(all, { words, chosen }).map((one) => (
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
  | { kind: "choices"; choices: readonly OptionChoice[]; hasMore: boolean };

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
  return answer?.ok ? { kind: "choices", ...answer.value } : { kind: "silent" };
}
