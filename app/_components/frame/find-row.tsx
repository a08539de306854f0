import { menuRowLook } from "../primitives/menu-row.ts";

export interface Found {
  label: string;
  aside: string;
  href: string;
}

/** A result. The search field has the focus and handles the keys; a row handles only clicks. */
export function FindRow({
  id,
  found,
  isActive,
  onTake,
}: {
  id: string;
  found: Found;
  isActive: boolean;
  onTake: (found: Found) => void;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- options live in no other list here
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={`${menuRowLook} aria-selected:bg-hover`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onTake(found)}
    >
      {found.label}
      {found.aside ? <span className="truncate text-ink-3">{found.aside}</span> : null}
    </div>
  );
}
