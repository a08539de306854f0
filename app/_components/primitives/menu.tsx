"use client";

import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Menu as List, MenuItem as Row, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";

import { buttonLook } from "./button.tsx";
import { menuRowLook } from "./menu-row.ts";
import { floatLook } from "./popover.tsx";

export interface MenuItem {
  key: string;
  label: ReactNode;
  /** Plain text for type-ahead and screen readers, if `label` is not a string. */
  text?: string;
  href?: string;
  isDanger?: boolean;
  onAction?: () => void;
}

/** A button (`trigger` is its content, `label` its name) that opens a list of actions. */
export function Menu({
  label,
  trigger,
  items,
  className = buttonLook(),
}: {
  label: string;
  trigger: ReactNode;
  items: readonly MenuItem[];
  className?: string;
}) {
  return (
    <MenuTrigger>
      <Button className={className} aria-label={label}>
        {trigger}
      </Button>
      <Popover
        placement="bottom start"
        className={`max-w-[min(320px,calc(100vw-24px))] min-w-[200px] overflow-y-auto overscroll-contain p-1 ${floatLook}`}
      >
        <List aria-label={label} className="flex flex-col gap-0.5 p-1.5 outline-none">
          {items.map(({ key, label: content, text, href, isDanger, onAction }) => (
            <Row
              key={key}
              id={key}
              className={`${menuRowLook} ${isDanger ? "text-danger" : "text-ink"}`}
              textValue={text ?? (typeof content === "string" ? content : key)}
              {...(href ? { href } : {})}
              {...(onAction ? { onAction } : {})}
            >
              {content}
            </Row>
          ))}
        </List>
      </Popover>
    </MenuTrigger>
  );
}
