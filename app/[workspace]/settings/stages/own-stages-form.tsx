"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { stageKeys } from "#lib/workspaces/stage";

import { changeStagesAction, type StagesState } from "../../../_actions/stages.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { SelectField, TextField } from "../../../_components/primitives/field.tsx";
import { StageTile } from "../../../_components/stage/stage-tile.tsx";
import { RowsNotice } from "../rows-notice.tsx";
import { useRowsForm } from "../use-rows-form.ts";
import { ChangeButtons } from "./change-buttons.tsx";
import type { Lane } from "./names-form.tsx";
import { isSameRows, readRows, type Row, rowsOf, takeOverStages } from "./stage-edit.ts";
import { StagesOutcome } from "./stages-outcome.tsx";

const mostStages = 12;
const fewestStages = 2;

/** Form for the names, order and meanings of the workspace's own stages. */
export function OwnStagesForm({
  workspace,
  version,
  lanes,
}: {
  workspace: string;
  version: number;
  lanes: readonly Lane[];
}) {
  const t = useTranslations("stage-settings");
  const rows = {
    kept: "own stages",
    version,
    saved: rowsOf(lanes),
    read: readRows,
    isSame: isSameRows,
    takeOver: takeOverStages,
  };
  const { state, isPending, form, edit } = useRowsForm(changeStagesAction, none, rows);
  return (
    <form {...form} className="grid gap-3">
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="template" value="own" />
      <p className="max-w-[560px] text-ink-2">{t("ownText")}</p>
      <RowsNotice edit={edit} />
      <StageRows rows={edit.value} setRows={edit.change} />
      <StagesOutcome state={state} isPending={isPending} />
      <ChangeButtons isPending={isPending} about={t("own")} />
    </form>
  );
}

const none: StagesState = { typed: {} };

function StageRows({
  rows,
  setRows,
}: {
  rows: readonly Row[];
  setRows: (rows: readonly Row[]) => void;
}) {
  const t = useTranslations("stage-settings");
  const change = (index: number, part: Partial<Row>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const move = (index: number, by: number) => {
    const moved = rows.toSpliced(index, 1);
    setRows(moved.toSpliced(index + by, 0, ...rows.slice(index, index + 1)));
  };
  const add = () => {
    const row = Math.max(-1, ...rows.map((one) => one.row)) + 1;
    setRows([...rows, { row, id: "", name: "", ourName: "", meaning: "consideration" }]);
  };
  return (
    <>
      <ol className="grid max-w-[680px] gap-3">
        {rows.map((row, index) => (
          <StageRow
            key={row.row}
            row={row}
            number={index + 1}
            isLast={index === rows.length - 1}
            canRemove={rows.length > fewestStages}
            onChange={(part) => change(index, part)}
            onMove={(by) => move(index, by)}
            onRemove={() => setRows(rows.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <div>
        <Button onClick={add} disabled={rows.length >= mostStages}>
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </div>
    </>
  );
}

function StageRow({
  row: { id, name, meaning, ourName },
  number,
  isLast,
  canRemove,
  onChange,
  onMove,
  onRemove,
}: {
  row: Row;
  number: number;
  isLast: boolean;
  canRemove: boolean;
  onChange: (part: Partial<Row>) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("stage-settings");
  const stages = useTranslations("stages");
  const called = name || ourName || t("newStage");
  return (
    <li className="grid gap-2 sm:grid-cols-[18px_1fr_200px_auto] sm:items-end sm:gap-3">
      <input type="hidden" name="stage.id" value={id} />
      <span className="pb-2 max-sm:hidden">
        <StageTile stage={meaning} />
      </span>
      <TextField
        name="stage.name"
        label={t("nameOf", { number })}
        value={name}
        placeholder={ourName}
        maxLength={40}
        onChange={(event) => onChange({ name: event.target.value })}
        hasNoErrorRoom
      />
      <SelectField
        name="stage.meaning"
        label={t("meaningOf", { number })}
        value={meaning}
        options={stageKeys.map((key) => ({ value: key, label: stages(`${key}.name`) }))}
        onChange={(event) => onChange({ meaning: event.target.value })}
        hasNoErrorRoom
      />
      <RowButtons {...{ number, isLast, canRemove, onMove, onRemove }} stage={called} />
    </li>
  );
}

function RowButtons({
  stage,
  number,
  isLast,
  canRemove,
  onMove,
  onRemove,
}: Omit<Parameters<typeof StageRow>[0], "row" | "onChange"> & { stage: string }) {
  const t = useTranslations("stage-settings");
  const acts = [
    { name: "up", icon: <ArrowUp />, isOff: number === 1, act: () => onMove(-1) },
    { name: "down", icon: <ArrowDown />, isOff: isLast, act: () => onMove(1) },
    { name: "remove", icon: <Trash2 />, isOff: !canRemove, act: onRemove },
  ] as const;
  return (
    <span className="flex gap-1">
      {acts.map(({ name, icon, isOff, act }) => (
        <Button
          key={name}
          isIcon
          variant="quiet"
          aria-label={t(name, { stage })}
          disabled={isOff}
          onClick={act}
        >
          {icon}
        </Button>
      ))}
    </span>
  );
}
