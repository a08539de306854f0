import Link from "next/link";
import type { ComponentProps } from "react";

/** Underlined link on its own (24 px high), or `isInline` within a sentence. */
export function TextLink({
  isInline = false,
  className = "",
  ...rest
}: ComponentProps<typeof Link> & { isInline?: boolean }) {
  return (
    <Link {...rest} className={`${isInline ? "text-link-inline" : "text-link"} ${className}`} />
  );
}
