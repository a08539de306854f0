"use client";

import type { ComponentProps } from "react";

import { Select } from "./field.tsx";

/** A select that submits its filter form on change; without script the form's button is used. */
export function ChooseAtOnce(props: ComponentProps<"select">) {
  return <Select {...props} onChange={(event) => event.currentTarget.form?.requestSubmit()} />;
}
