const sizes = {
  26: "size-[26px] text-[11px]",
  32: "size-[32px] text-[11.5px]",
  52: "size-[52px] text-[18.7px]",
} as const;

/**
 * Initials of a name in a circle. Profile pictures are not loaded, because the network would learn who is
 * being viewed.
 */
export function Initials({ name, size = 32 }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      className={`inline-grid flex-none place-items-center rounded-full bg-hover font-semibold text-ink-2 ${sizes[size]}`}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\d]+/gu) ?? [];
  const [first = "", ...rest] = words;
  const last = rest.at(-1) ?? "";
  return `${first.match(/^./u)?.[0] ?? "·"}${last.match(/^./u)?.[0] ?? ""}`.toUpperCase();
}
