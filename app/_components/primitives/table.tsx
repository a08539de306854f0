import type { ComponentProps } from "react";

interface Look {
  /** Figures stand at the end of their column and are never broken. */
  isFigure?: boolean;
}

/** Rows with a rule below each. Wider than the screen? Put it into a `ScrollRegion`. */
export function Table({ className = "w-full", ...rest }: ComponentProps<"table">) {
  return <table {...rest} className={`border-collapse ${className}`} />;
}

/** Names a column. */
export function ColumnHead({ isFigure, className = "", ...rest }: ComponentProps<"th"> & Look) {
  return (
    <th
      scope="col"
      {...rest}
      className={`${look(isFigure, "pt-2.5 pb-1")} text-axis text-ink-3 ${className}`}
    />
  );
}

/** Names a row. */
export function RowHead({ isFigure, className = "", ...rest }: ComponentProps<"th"> & Look) {
  return <th scope="row" {...rest} className={`${look(isFigure, "py-1.5")} ${className}`} />;
}

export function Cell({ isFigure, className = "", ...rest }: ComponentProps<"td"> & Look) {
  return <td {...rest} className={`${look(isFigure, "py-1.5")} ${className}`} />;
}

function look(isFigure = false, height: string): string {
  return isFigure
    ? "border-b px-2 py-1.5 text-end font-normal whitespace-nowrap first:ps-0 first:text-start"
    : `border-b pe-3 text-start font-normal ${height}`;
}
