import type { ReactNode } from "react";

/** A small label. `ink` asks for attention, `danger` is for failure only. For stages use `StageChip`. */
export function Chip({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "ink" | "danger";
  children: ReactNode;
}) {
  return <span className={tone === "plain" ? "chip" : `chip chip-${tone}`}>{children}</span>;
}
