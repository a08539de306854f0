"use client";

import type { ComponentProps } from "react";

import { Select } from "./field.tsx";

/** A choice in a form of filters that counts as soon as it is made; without script the form keeps its button. */
export function ChooseAtOnce(props: ComponentProps<"select">) {
  return <Select {...props} onChange={(event) => event.currentTarget.form?.requestSubmit()} />;
}
