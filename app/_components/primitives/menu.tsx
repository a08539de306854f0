"use client";

import { Dropdown } from "@heroui/react/dropdown";
import type { ReactNode } from "react";

export interface MenuItem {
  key: string;
  label: ReactNode;
  /** Where `label` is not plain text: what type-ahead and screen readers go by. */
  text?: string;
  href?: string;
  isDanger?: boolean;
  onAction?: () => void;
}

/** A button (`trigger` is its content, `label` its name) that opens a list of things to do. */
export function Menu({
  label,
  trigger,
  items,
  className = "btn btn-outline",
}: {
  label: string;
  trigger: ReactNode;
  items: readonly MenuItem[];
  className?: string;
}) {
  return (
    <Dropdown>
      <Dropdown.Trigger className={className} aria-label={label}>
        {trigger}
      </Dropdown.Trigger>
      <Dropdown.Popover className="menu-float" placement="bottom start">
        <Dropdown.Menu aria-label={label}>
          {items.map(({ key, label: content, text, href, isDanger, onAction }) => (
            <Dropdown.Item
              key={key}
              id={key}
              className={isDanger ? "menu-row menu-row-danger" : "menu-row"}
              textValue={text ?? (typeof content === "string" ? content : key)}
              {...(href ? { href } : {})}
              {...(onAction ? { onAction } : {})}
            >
              {content}
            </Dropdown.Item>
          ))}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
