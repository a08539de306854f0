import type { ReactNode } from "react";

/** A labelled row of the composer, separated by a line. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      data-row=""
      className="grid grid-cols-[minmax(0,1fr)] gap-2 py-3 @min-[760px]:grid-cols-[96px_minmax(0,1fr)] @min-[760px]:gap-0 [[data-row]+&]:border-t"
    >
      <p className="pt-[7px] font-semibold" aria-hidden="true">
        {label}
      </p>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
