"use server";

import { changeSlots } from "#lib/posts/change-slots";
import { changeSlotsInput } from "#lib/posts/queue-input";

import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";

/** All slots of one account, as its form has them. */
export const changeSlotsAction = formAction<FormState>(async (_before, form) => {
  const typed = fieldsOf(form, ["accountId"]);
  const { version } = fieldsOf(form, ["version"]);
  const [weekdays, times, stageIds] = ["weekday", "time", "stageId"].map((field) =>
    form.getAll(`slots.${field}`).map(String),
  );
  const slots = times?.map((time, index) => ({
    weekday: weekdays?.[index],
    time,
    stageId: stageIds?.[index] ?? "",
  }));
  const isPaused = form.get("isPaused") === "on";
  const input = { ...typed, ...(version && { version: Number(version) }), slots, isPaused };
  return (await submitForm(form, typed, changeSlotsInput, input, changeSlots)).state;
});
