"use client";

import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import { shortenText } from "#lib/kernel/cut-text";
import type { RulesPreview, Shown } from "#lib/projector/preview-rules";

import { Notice } from "../../../../_components/primitives/notice.tsx";
import { ScrollRegion } from "../../../../_components/primitives/scroll-region.tsx";
import { Cell, ColumnHead, RowHead, Table } from "../../../../_components/primitives/table.tsx";
import { StageChip } from "../../../../_components/stage/stage-chip.tsx";
import { stageName } from "../../../../_components/stage/stage-name.ts";
import { StageTile } from "../../../../_components/stage/stage-tile.tsx";

/** Shows which touchpoints a changed rule would match and which people it would move between stages. */
export function RulePreview({ workspace, preview }: { workspace: string; preview: RulesPreview }) {
  const t = useTranslations("rule-settings.preview");
  const looked = useTranslations("stage-settings");
  const called = useRuleName();
  const { rules, touchpoints, people, moved } = preview;
  const nearlyAll = rules.filter(({ isNearlyAll }) => isNearlyAll);
  return (
    <div className="grid gap-3">
      {nearlyAll.map((rule) => (
        <Notice key={rule.key} tone="danger">
          {t("nearlyAll", { rule: called(rule) })}
        </Notice>
      ))}
      <p>
        {t("moved", { moved, looked: preview.looked, touchpoints })}{" "}
        {preview.looked < people
          ? looked("looked", { looked: preview.looked, people })
          : looked("lookedAtAll")}
      </p>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Caught rules={rules} />
        {preview.moves.length > 0 ? <Moves moves={preview.moves} /> : null}
      </div>
      {preview.examples.length > 0 ? (
        <Examples workspace={workspace} examples={preview.examples} />
      ) : null}
    </div>
  );
}

function useRuleName() {
  const rules = useTranslations("rules");
  return ({ key, name }: { key: string; name: string | null }) => name ?? rules(key);
}

function Caught({ rules }: Pick<RulesPreview, "rules">) {
  const t = useTranslations("rule-settings.preview");
  const called = useRuleName();
  const changed = rules.filter(({ before, after, name }) => before !== after || name !== null);
  if (changed.length === 0) return null;
  return (
    <ScrollRegion label={t("caught")}>
      <Table>
        <caption className="sr-only">{t("caught")}</caption>
        <thead>
          <tr>
            <ColumnHead>{t("rule")}</ColumnHead>
            <ColumnHead isEnd>{t("before")}</ColumnHead>
            <ColumnHead isEnd>{t("after")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {changed.map((rule) => (
            <tr key={rule.key}>
              <RowHead>
                <bdi>{called(rule)}</bdi>
              </RowHead>
              <Cell isEnd>{rule.before}</Cell>
              <Cell isEnd>{rule.after}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

function Moves({ moves }: Pick<RulesPreview, "moves">) {
  const t = useTranslations("rule-settings.preview");
  return (
    <ScrollRegion label={t("moves")}>
      <Table>
        <caption className="sr-only">{t("moves")}</caption>
        <thead>
          <tr>
            <ColumnHead>{t("from")}</ColumnHead>
            <ColumnHead>{t("to")}</ColumnHead>
            <ColumnHead isEnd>{t("people")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={JSON.stringify([move.from, move.to])}>
              <Cell>
                <Where {...move.from} />
              </Cell>
              <Cell>
                <Where {...move.to} />
              </Cell>
              <Cell isEnd>{move.people}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

function Examples({ workspace, examples }: Pick<RulesPreview, "examples"> & { workspace: string }) {
  const t = useTranslations("rule-settings");
  const format = useFormatter();
  return (
    <div>
      <h3 className="text-body font-semibold">{t("preview.examples")}</h3>
      <ul>
        {examples.map(({ personId, name, from, to, because }) => (
          <li
            key={personId}
            className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t py-1.5"
          >
            <Link href={`/${workspace}/people/${personId}`} className="underline">
              <bdi>{name}</bdi>
            </Link>
            <Where {...from} />
            <span aria-hidden>→</span>
            <span className="sr-only">{t("preview.to")}</span>
            <Where {...to} />
            {because ? (
              <span className="text-ink-2 wrap-anywhere">
                {because.text ? `“${shortenText(because.text, 80)}”` : t(`act.${because.type}`)} (
                {format.dateTime(because.at, { day: "numeric", month: "short" })})
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Where({ stage, side }: Shown) {
  const t = useTranslations("stage-settings");
  const names = useTranslations("stages");
  if (!stage)
    return (
      <span className="inline-flex items-center gap-1.5">
        <StageTile stage="away" /> {t("away")}
      </span>
    );
  const called = side ? names(`sides.${side}`) : stageName(stage, names);
  const name = side && stage.name ? `${stage.name}: ${called}` : called;
  return <StageChip stage={stage.key} name={name} />;
}
