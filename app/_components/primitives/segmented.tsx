import Link from "next/link";

/** Links to several views of the same content; the address holds the choice. Exactly one item `isCurrent`. */
export function Segmented({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: string; isCurrent: boolean }[];
}) {
  return (
    <nav
      className="inline-flex flex-wrap divide-x divide-line-2 overflow-hidden rounded-2 border border-edge"
      aria-label={label}
    >
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.isCurrent ? "page" : undefined}
          scroll={false}
          className="inline-flex min-h-[calc(var(--spacing-control)-2px)] cursor-pointer items-center px-3 font-medium text-ink-2 hover:bg-hover focus-visible:-outline-offset-4 focus-visible:outline-current current:bg-ink current:text-on-ink"
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
