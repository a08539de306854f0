import Link from "next/link";

/** Views of the same thing, as links: the address is the state. Exactly one item `isCurrent`. */
export function Segmented({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: string; isCurrent: boolean }[];
}) {
  return (
    <nav className="segmented" aria-label={label}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.isCurrent ? "page" : undefined}
          scroll={false}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
