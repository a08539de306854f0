/** Classes for a row of a floating list. */
export const menuRowLook =
  "flex min-h-control w-full cursor-pointer items-center gap-2 rounded-2 px-2.5 py-1 text-body hover:bg-hover focus-visible:outline-offset-0 data-focused:bg-hover";
