import type { ReactNode } from "react";

/** Title (the page's h1), the sentence under it (`<b>` for its figures), and actions on the right. `isRuled` draws a line below. */
export function PageHead({
  title,
  lead,
  actions,
  isRuled = true,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  isRuled?: boolean;
}) {
  return (
    <header className={isRuled ? "page-head page-head-ruled" : "page-head"}>
      <div className="min-w-0">
        <h1>{title}</h1>
        {lead ? <p className="page-head-lead">{lead}</p> : null}
      </div>
      {actions ? <div className="page-head-actions">{actions}</div> : null}
    </header>
  );
}
