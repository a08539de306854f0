import Link from "next/link";
import type { ComponentProps } from "react";

export type ButtonVariant = "ink" | "outline" | "quiet" | "danger";

interface Look {
  /** Ink fills (one a list on a screen), outline edges, quiet is text. Default outline. */
  variant?: ButtonVariant;
  /** A square around one icon: give it an `aria-label`. */
  isIcon?: boolean;
}

/** A native button, so that it works in a form before any script has come. `type` defaults to "button". */
export function Button({
  variant = "outline",
  isIcon = false,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return <button {...rest} type={type} className={look(variant, isIcon, className)} />;
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({
  variant = "outline",
  isIcon = false,
  className,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={look(variant, isIcon, className)} />;
}

function look(variant: ButtonVariant, isIcon: boolean, className: string | undefined): string {
  return ["btn", `btn-${variant}`, isIcon && "btn-icon", className].filter(Boolean).join(" ");
}
