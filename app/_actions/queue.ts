"use server";

import { makeBestSlots } from "#lib/analytics/make-best-slots";
import { changeSlots } from "#lib/posts/change-slots";
import { bestSlotsInput, changeSlotsInput } from "#lib/posts/queue-input";

import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";

/** Saves all slots of one account. */
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

export interface BestSlotsState extends FormState {
  readonly added?: number;
}

/** Makes slots of the best hours of the week, for the account that the form names. */
export const makeBestSlotsAction = formAction<BestSlotsState>(async (_before, form) => {
  const typed = fieldsOf(form, ["accountId"]);
  const { state, value } = await submitForm(form, typed, bestSlotsInput, typed, makeBestSlots);
  return value ? { ...state, added: value.added } : state;
});
