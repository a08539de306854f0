import type { ReactNode } from "react";

/** A sentence about the form or page as a whole; `danger` is announced at once. Renders nothing without children. */
export function Notice({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "danger";
  children?: ReactNode;
}) {
  if (!children) return null;
  return (
    <div
      className={tone === "danger" ? "notice notice-danger" : "notice"}
      role={tone === "danger" ? "alert" : "status"}
    >
      {children}
    </div>
  );
}
