import Link from "next/link";
import type { ComponentProps } from "react";

/** Underlined link on its own (24 px high), or `isInline` within a sentence. Leads out of the product with `isOut`. */
export function TextLink({
  isInline = false,
  isOut = false,
  className = "",
  ...rest
}: ComponentProps<typeof Link> & { isInline?: boolean; isOut?: boolean }) {
  const out = isOut ? { target: "_blank", rel: "noreferrer" } : {};
  return <Link {...out} {...rest} className={`${isInline ? inline : textLinkLook} ${className}`} />;
}

/** A small deed that looks like a link. A native button; `type` defaults to "button". */
export function TextButton({ type = "button", ...rest }: ComponentProps<"button">) {
  return <button {...rest} type={type} className={`${line} text-small font-normal`} />;
}

/** Inside a sentence the line gives the target its height. */
const inline = "underline decoration-edge underline-offset-3";

const line = "inline-block min-h-6 cursor-pointer border-b border-edge text-ink hover:border-ink";

/** For a summary, which opens something in place. */
export const textLinkLook = `${line} leading-[23px]`;
