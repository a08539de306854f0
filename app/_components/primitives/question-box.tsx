import type { ReactNode } from "react";

/** A box with an ink edge: a person has to answer. `answers` are the buttons; `isDoubt` adds the hatch for "we do not know". */
export function QuestionBox({
  title,
  isDoubt = false,
  children,
  answers,
}: {
  title: ReactNode;
  isDoubt?: boolean;
  children?: ReactNode;
  answers?: ReactNode;
}) {
  return (
    <div className={isDoubt ? "question question-doubt" : "question"}>
      <h3 className="question-title">{title}</h3>
      {children}
      {answers ? <div className="question-answers">{answers}</div> : null}
    </div>
  );
}
