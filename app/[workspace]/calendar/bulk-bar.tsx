"use client";

import { useTranslations } from "next-intl";

import { Button } from "../../_components/primitives/button.tsx";
import { Checkbox } from "../../_components/primitives/choice.tsx";
import { Menu } from "../../_components/primitives/menu.tsx";
import { BulkDialog } from "./bulk-dialog.tsx";
import { useSelection } from "./selection.tsx";
import { type BulkProps, useBulk } from "./use-bulk.ts";

const kinds = ["shift", "day", "stage", "queue", "draft", "delete"] as const;

/** Bar above the list: number of selected posts and the actions for all of them. */
export function BulkBar(props: BulkProps) {
  const t = useTranslations("calendar.bulk");
  const selection = useSelection();
  const chosen = selection?.chosen ?? [];
  const bulk = useBulk(props, () => selection?.chooseAll(false));
  if (!selection || selection.all.length === 0) return null;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-1 sm:ps-1">
      <AllBox />
      {chosen.length > 0 ? (
        <>
          <output className="font-semibold tabular-nums">
            {t("selected", { count: chosen.length })}
          </output>
          {chosen.length > props.most ? (
            <span className="text-danger">{t("tooMany", { max: props.most })}</span>
          ) : (
            <Menu
              label={t("change")}
              trigger={t("change")}
              items={kinds.map((kind) => ({
                key: kind,
                label: t(`acts.${kind}`),
                isDanger: kind === "delete",
                onAction: () => bulk.open(kind, chosen),
              }))}
            />
          )}
          <Button variant="quiet" onClick={() => selection.chooseAll(false)}>
            {t("clear")}
          </Button>
        </>
      ) : null}
      {bulk.asked ? <BulkDialog {...props} bulk={bulk} asked={bulk.asked} /> : null}
    </div>
  );
}

function AllBox() {
  const t = useTranslations("calendar.bulk");
  const selection = useSelection();
  if (!selection) return null;
  const { all, chosen, chooseAll } = selection;
  const isAll = chosen.length === all.length;
  return (
    <Checkbox
      label={t("selectAll", { count: all.length })}
      checked={isAll}
      ref={(box) => {
        if (box) box.indeterminate = chosen.length > 0 && !isAll;
      }}
      onChange={() => chooseAll(!isAll)}
    />
  );
}
