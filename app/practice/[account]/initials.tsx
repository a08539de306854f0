/** Initials in place of a profile picture. */
export function Initials({ name, isLarge = false }: { name: string; isLarge?: boolean }) {
  const letters = name
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0]);
  const size = isLarge ? "size-14 text-head" : "size-9 text-small";
  return (
    <span
      aria-hidden
      className={`${size} flex shrink-0 items-center justify-center rounded-full bg-hover font-semibold text-ink-2`}
    >
      {[letters[0], letters.length > 1 ? letters.at(-1) : ""].join("")}
    </span>
  );
}
