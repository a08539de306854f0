import type { ComponentProps } from "react";

interface Look {
  /** A number: aligned to the end, or to the start in the first column, without line breaks. */
  isFigure?: boolean;
  /** Aligned to the end, in the last column. */
  isEnd?: boolean;
}

/** A table with a line below each row. Put it into a `ScrollRegion` if it can be wider than the screen. */
export function Table({ className = "w-full", ...rest }: ComponentProps<"table">) {
  return <table {...rest} className={`border-collapse ${className}`} />;
}

/** Header cell of a column. */
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

/** Header cell of a row. */
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
