import type { ReactNode } from "react";

/**
 * A message about the form or page as a whole; `danger` is announced at once. Renders nothing without
 * children.
 */
export function Notice({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "danger";
  children?: ReactNode;
}) {
  if (!children) return null;
  const isDanger = tone === "danger";
  return (
    <div
      className={`rounded-2 border px-3 py-2 ${isDanger ? "border-danger bg-danger-soft font-semibold text-danger" : "border-line-2 bg-sunken"}`}
      role={isDanger ? "alert" : "status"}
    >
      {children}
    </div>
  );
}
