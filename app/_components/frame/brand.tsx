import { Logo } from "./logo.tsx";

/** The logo with a name beside it. */
export function Brand({ name, size = 22 }: { name: string; size?: number }) {
  return (
    <p className="flex min-w-0 items-center gap-2 text-head [&>svg]:flex-none">
      <Logo size={size} />
      <span className="truncate">
        <bdi>{name}</bdi>
      </span>
    </p>
  );
}
