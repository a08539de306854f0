/** The first letters of a name in a circle. Pictures of people stay on their networks: fetching them would tell who is looked at. */
export function Initials({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <span
      className="inline-grid flex-none place-items-center rounded-full bg-hover font-semibold text-ink-2"
      style={{ width: size, height: size, fontSize: Math.max(11, size * 0.36) }}
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
