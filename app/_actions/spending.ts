"use server";

import { accountBudgetInput } from "#lib/accounts/input";
import { setAccountBudget } from "#lib/accounts/set-account-budget";

import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";

/** Sets the monthly spending limit of an account in US dollars; an empty field removes the limit. */
export const setAccountBudgetAction = formAction<FormState>(async (_before, form) => {
  const input = fieldsOf(form, ["accountId", "usdPerMonth"]);
  const { usdPerMonth = "" } = input;
  const { state } = await submitForm(
    form,
    { usdPerMonth },
    accountBudgetInput,
    input,
    setAccountBudget,
  );
  return state;
});
