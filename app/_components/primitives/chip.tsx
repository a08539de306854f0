import type { ReactNode } from "react";

const tones = {
  plain: "border-line-2 text-ink-2",
  ink: "border-ink font-semibold text-ink",
  danger: "border-danger bg-danger-soft font-semibold text-danger",
};

/** A small label. `ink` draws attention, `danger` is only for failures. For stages use `StageChip`. */
export function Chip({
  tone = "plain",
  children,
}: {
  tone?: keyof typeof tones;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-1 rounded-1 border px-[7px] text-small whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
