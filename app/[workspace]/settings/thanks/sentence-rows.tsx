"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { sentenceKinds } from "#lib/advocacy/own-sentence";

import { Button } from "../../../_components/primitives/button.tsx";
import { SelectField, TextArea } from "../../../_components/primitives/field.tsx";
import type { Row } from "./drafts-edit.ts";

const mostSentences = 60;

/** The workspace's own sentences, in the order in which they are tried. */
export function SentenceRows({
  rows,
  setRows,
  wrong,
}: {
  rows: readonly Row[];
  setRows: (rows: readonly Row[]) => void;
  wrong: readonly string[];
}) {
  const t = useTranslations("draft-settings");
  const locale = useLocale();
  const change = (index: number, part: Partial<Row>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const move = (index: number, by: number) => {
    const moved = rows.toSpliced(index, 1);
    setRows(moved.toSpliced(index + by, 0, ...rows.slice(index, index + 1)));
  };
  const add = () => {
    const language = locale === "nl" ? "nl" : "en";
    const row = Math.max(-1, ...rows.map((one) => one.row)) + 1;
    setRows([...rows, { row, key: "", kind: "any", language, text: "" }]);
  };
  return (
    <>
      {rows.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ol className="grid max-w-[720px] gap-4">
        {rows.map((row, index) => (
          <SentenceRow
            key={row.row}
            row={row}
            number={index + 1}
            isLast={index === rows.length - 1}
            isWrong={wrong.includes(`own.${index}.text`)}
            onChange={(part) => change(index, part)}
            onMove={(by) => move(index, by)}
            onRemove={() => setRows(rows.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <div>
        <Button onClick={add} disabled={rows.length >= mostSentences}>
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </div>
    </>
  );
}

interface RowProps {
  row: Row;
  number: number;
  isLast: boolean;
  isWrong: boolean;
  onChange: (part: Partial<Row>) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

function SentenceRow({ row, number, isWrong, onChange, ...buttons }: RowProps) {
  const t = useTranslations("draft-settings");
  const { key, language, text } = row;
  return (
    <li className="grid gap-2 border-t border-line-2 pt-3">
      <input type="hidden" name="own.key" value={key} />
      <TextArea
        name="own.text"
        label={t("sentence", { number })}
        lang={language}
        rows={2}
        maxLength={500}
        value={text}
        error={isWrong ? t("wrong") : undefined}
        onChange={(event) => onChange({ text: event.target.value })}
        hasNoErrorRoom
      />
      <div className="grid gap-2 sm:grid-cols-[1fr_160px_auto] sm:items-end">
        <KindAndLanguage {...{ row, onChange }} />
        <RowButtons {...{ number, ...buttons }} />
      </div>
    </li>
  );
}

function KindAndLanguage({
  row: { kind, language },
  onChange,
}: Pick<RowProps, "row" | "onChange">) {
  const t = useTranslations("draft-settings");
  const moments = useTranslations("moments");
  const languages = useTranslations("shout-outs.languages");
  return (
    <>
      <SelectField
        name="own.kind"
        label={t("kindOf")}
        value={kind}
        options={sentenceKinds.map((value) => ({
          value,
          label: value === "any" ? t("kinds.any") : moments(value, { stars: 0 }),
        }))}
        onChange={(event) => onChange({ kind: event.target.value })}
        hasNoErrorRoom
      />
      <SelectField
        name="own.language"
        label={t("languageOf")}
        value={language}
        options={(["en", "nl"] as const).map((value) => ({ value, label: languages(value) }))}
        onChange={(event) => onChange({ language: event.target.value === "nl" ? "nl" : "en" })}
        hasNoErrorRoom
      />
    </>
  );
}

function RowButtons({
  number,
  isLast,
  onMove,
  onRemove,
}: Pick<RowProps, "number" | "isLast" | "onMove" | "onRemove">) {
  const t = useTranslations("draft-settings");
  const acts = [
    { name: "up", icon: <ArrowUp />, isOff: number === 1, act: () => onMove(-1) },
    { name: "down", icon: <ArrowDown />, isOff: isLast, act: () => onMove(1) },
    { name: "remove", icon: <Trash2 />, isOff: false, act: onRemove },
  ] as const;
  return (
    <span className="flex gap-1">
      {acts.map(({ name, icon, isOff, act }) => (
        <Button
          key={name}
          isIcon
          variant="quiet"
          aria-label={t(name, { number })}
          disabled={isOff}
          onClick={act}
        >
          {icon}
        </Button>
      ))}
    </span>
  );
}
