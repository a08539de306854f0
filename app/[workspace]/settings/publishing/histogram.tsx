import { useFormatter, useTranslations } from "next-intl";

import { Disclosure } from "../../../_components/primitives/disclosure.tsx";
import { Cell, ColumnHead, RowHead, Table } from "../../../_components/primitives/table.tsx";

interface Bar {
  readonly name: string;
  /** Short form of the label, shown below the bar. */
  readonly mark: string;
  readonly posts: number;
}

const width = 480;
const height = 120;
const gap = 6;
const floor = 20;

/** Rendered on the server; the table after it shows the same figures. */
export function Histogram({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const t = useTranslations("sending");
  const most = Math.max(1, ...bars.map(({ posts }) => posts));
  const step = width / bars.length;
  return (
    <figure className="grid gap-2">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${label}. ${bars.map(({ name, posts }) => `${name}: ${posts}`).join("; ")}`}
        className="w-full"
      >
        <line
          x1={0}
          x2={width}
          y1={height - floor}
          y2={height - floor}
          stroke="var(--color-edge)"
        />
        {bars.map(({ name, mark, posts }, index) => {
          const tall = (posts / most) * (height - floor - 16);
          const x = index * step + gap / 2;
          return (
            <g key={name}>
              <rect
                x={x}
                y={height - floor - tall}
                width={step - gap}
                height={tall}
                rx={2}
                fill="var(--color-ink)"
              />
              <text x={x + (step - gap) / 2} y={height - floor - tall - 4} {...axis}>
                {posts > 0 ? posts : ""}
              </text>
              <text x={x + (step - gap) / 2} y={height - 6} {...axis}>
                {mark}
              </text>
            </g>
          );
        })}
      </svg>
      <Disclosure summary={t("sinceTable")}>
        <BarTable label={label} bars={bars} />
      </Disclosure>
    </figure>
  );
}

const axis = { textAnchor: "middle", fontSize: 11, fill: "var(--color-ink-2)" } as const;

function BarTable({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const t = useTranslations("sending");
  const format = useFormatter();
  return (
    <Table className="mt-3">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          <ColumnHead isFigure>{t("late")}</ColumnHead>
          <ColumnHead isFigure>{t("posts")}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, posts }) => (
          <tr key={name}>
            <RowHead isFigure className="font-medium">
              {name}
            </RowHead>
            <Cell isFigure>{format.number(posts)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
