import Link from "next/link";
import type { ComponentProps } from "react";

export type ButtonVariant = "ink" | "outline" | "quiet" | "danger";

interface Look {
  /**
   * `ink` is filled (once per list on a screen), `outline` has a border, `quiet` is plain text. Default:
   * outline.
   */
  variant?: ButtonVariant;
  /** A square button for a single icon, which needs an `aria-label`. */
  isIcon?: boolean;
}

/** A native button, so that forms work before scripts have loaded. `type` defaults to "button". */
export function Button({
  variant,
  isIcon,
  className = "",
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return <button {...rest} type={type} className={`${buttonLook(variant, isIcon)} ${className}`} />;
}

/** A link that looks like a button, for navigation only and not for changes. */
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

/** Classes for other elements that look like a button: a summary, a file field's label, a menu's trigger. */
export function buttonLook(variant: ButtonVariant = "outline", isIcon = false): string {
  return `${shared} ${variants[variant]} ${isIcon ? "w-control px-0" : "px-3"}`;
}
