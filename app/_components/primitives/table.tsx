import type { ComponentProps } from "react";

interface Look {
  /** Figures stand at the end of their column, side by side, and are never broken. */
  isFigure?: boolean;
  /** At the end of its column, with nothing after it. */
  isEnd?: boolean;
}

/** Rows with a rule below each. Wider than the screen? Put it into a `ScrollRegion`. */
export function Table({ className = "w-full", ...rest }: ComponentProps<"table">) {
  return <table {...rest} className={`border-collapse ${className}`} />;
}

/** Names a column. */
export function ColumnHead({
  isFigure,
  isEnd,
  className = "",
  ...rest
}: ComponentProps<"th"> & Look) {
  return (
    <th
      scope="col"
      {...rest}
      className={`${look("pt-2.5 pb-1", { isFigure, isEnd })} text-axis text-ink-3 ${className}`}
    />
  );
}

/** Names a row. */
export function RowHead({ isFigure, isEnd, className = "", ...rest }: ComponentProps<"th"> & Look) {
  return (
    <th scope="row" {...rest} className={`${look("py-1.5", { isFigure, isEnd })} ${className}`} />
  );
}

export function Cell({ isFigure, isEnd, className = "", ...rest }: ComponentProps<"td"> & Look) {
  return <td {...rest} className={`${look("py-1.5", { isFigure, isEnd })} ${className}`} />;
}

function look(
  height: string,
  { isFigure, isEnd }: { [Key in keyof Look]: Look[Key] | undefined },
): string {
  if (isFigure)
    return "border-b px-2 py-1.5 text-end font-normal whitespace-nowrap first:ps-0 first:text-start";
  return `border-b font-normal ${height} ${isEnd ? "text-end whitespace-nowrap" : "pe-3 text-start"}`;
}
