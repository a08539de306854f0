import type { ReactNode } from "react";

/**
 * A box with a dark border for a question that a person has to answer. `answers` are the buttons; `isDoubt`
 * adds the hatching of the unknown state.
 */
export function QuestionBox({
  title,
  isDoubt = false,
  children,
  answers,
}: {
  title?: ReactNode;
  isDoubt?: boolean;
  children?: ReactNode;
  answers?: ReactNode;
}) {
  return (
    <div
      data-question=""
      className={`relative grid gap-2 rounded-3 border border-ink bg-surface p-4 ${isDoubt ? `overflow-hidden pt-5 ${hatch}` : ""}`}
    >
      {title ? <h3 className="flex items-center gap-2 text-body font-semibold">{title}</h3> : null}
      {children}
      {answers ? <AnswerRow>{answers}</AnswerRow> : null}
    </div>
  );
}

/** Buttons with answers, which wrap if there is no room. */
export function AnswerRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-2">{children}</div>;
}

const hatch =
  "before:absolute before:inset-x-0 before:top-0 before:h-[7px] before:border-b before:border-ink before:bg-[repeating-linear-gradient(135deg,var(--color-ink)_0_1.5px,transparent_1.5px_5px)]";
