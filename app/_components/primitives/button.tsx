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
  variant,
  isIcon,
  className = "",
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return <button {...rest} type={type} className={`${buttonLook(variant, isIcon)} ${className}`} />;
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({
  variant,
  isIcon,
  className = "",
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={`${buttonLook(variant, isIcon)} ${className}`} />;
}

const shared =
  "inline-flex min-h-control cursor-pointer items-center justify-center gap-2 rounded-2 border py-1 text-center text-body font-semibold [&>svg]:size-4 [&>svg]:flex-none " +
  "disabled:cursor-not-allowed disabled:border-line-2 disabled:bg-hover disabled:text-ink-3 aria-disabled:cursor-not-allowed aria-disabled:border-line-2 aria-disabled:bg-hover aria-disabled:text-ink-3";

const variants: Record<ButtonVariant, string> = {
  ink: "border-transparent bg-ink text-on-ink hover:bg-ink/86",
  outline: "border-edge bg-surface text-ink hover:bg-hover",
  quiet: "border-transparent text-ink-2 hover:bg-hover",
  danger: "border-transparent bg-danger text-on-danger",
};

/** For the few things that are no button and look like one: a summary, the label of a file field, a menu's trigger. */
export function buttonLook(variant: ButtonVariant = "outline", isIcon = false): string {
  return `${shared} ${variants[variant]} ${isIcon ? "w-control px-0" : "px-3"}`;
}
