import { signsOf } from "../kernel/cut-text.ts";
import { isolateText } from "../kernel/isolate-text.ts";

type Cell = string | number | null | undefined;

/** Formats columns under headings, two spaces apart. Cells are cut at 60 characters. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [headings, ...rows].map((row) => row.map((cell) => cut(lettersOf(cell))));
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map(
          (letters, column) =>
            isolateText(letters.join("")) + " ".repeat((widths[column] ?? 0) - letters.length),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const widest = 60;
function lettersOf(cell: Cell): string[] {
  const line = String(cell ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return signsOf(line);
}

function cut(letters: string[]): string[] {
  return letters.length > widest ? [...letters.slice(0, widest - 1), "…"] : letters;
}
