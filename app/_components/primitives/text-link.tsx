import Link from "next/link";
import type { ComponentProps } from "react";

/** An underlined link: standalone (24 px high), or `isInline` within a sentence. `isOut` for other sites. */
export function TextLink({
  isInline = false,
  isOut = false,
  className = "",
  ...rest
}: ComponentProps<typeof Link> & { isInline?: boolean; isOut?: boolean }) {
  const out = isOut ? { target: "_blank", rel: "noreferrer" } : {};
  return <Link {...out} {...rest} className={`${isInline ? inline : textLinkLook} ${className}`} />;
}

/** A button that looks like a link, for small actions. `type` defaults to "button". */
export function TextButton({ type = "button", ...rest }: ComponentProps<"button">) {
  return <button {...rest} type={type} className={`${line} text-small font-normal`} />;
}

/** Within a sentence, the line height gives the target its height. */
const inline = "underline decoration-edge underline-offset-3";

const line = "inline-block min-h-6 cursor-pointer border-b border-edge text-ink hover:border-ink";

/** Classes for a summary, which expands in place. */
export const textLinkLook = `${line} leading-[23px]`;
