import { useTranslations } from "next-intl";

import { Button } from "../primitives/button.tsx";
import type { PartCount } from "./part-count.ts";

/** Length of a part by the strictest limit, with a button to split it if it is too long. */
export function PartCounter({
  count,
  splitsInto,
  onSplit,
  isNamed,
}: {
  count: PartCount | undefined;
  splitsInto: number;
  onSplit: () => void;
  /** Whether to name the account whose limit is shown, because several get the part. */
  isNamed: boolean;
}) {
  const t = useTranslations("compose");
  if (!count) return null;
  const { used, max, isOver, networkLabel } = count;
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-end gap-x-3 gap-y-1 px-3 pb-1 text-small">
      {splitsInto > 1 ? (
        <Button onClick={onSplit}>{t("splitAtSentences", { count: splitsInto })}</Button>
      ) : null}
      <span className={`tabular-nums ${isOver ? "font-semibold text-danger" : "text-ink-3"}`}>
        {isNamed ? `${networkLabel} ` : ""}
        {used} / {max}
      </span>
    </div>
  );
}
