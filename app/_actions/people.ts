"use server";

import { thankPerson } from "#lib/advocacy/thank-person";
import { stageByHandInput } from "#lib/journey/input";
import { ok } from "#lib/kernel/result";
import { changePerson } from "#lib/people/change-person";
import { erasePerson } from "#lib/people/erase-person";
import { exportPerson } from "#lib/people/export-person";
import { consentInput, erasePersonInput, personChange, personIdInput } from "#lib/people/input";
import { recordConsent } from "#lib/people/record-consent";
import { setStageByHand } from "#lib/projector/set-stage-by-hand";

import { workspaceAction } from "./workspace-action.ts";

export const changePersonAction = workspaceAction(personChange, changePerson);
export const recordConsentAction = workspaceAction(consentInput, recordConsent);
export const erasePersonAction = workspaceAction(erasePersonInput, erasePerson);
export const exportPersonAction = workspaceAction(personIdInput, async (ctx, { personId }) =>
  ok(JSON.stringify(await exportPerson(ctx, personId), null, 2)),
);
export const setStageByHandAction = workspaceAction(stageByHandInput, setStageByHand);
export const thankPersonAction = workspaceAction(personIdInput, thankPerson);
