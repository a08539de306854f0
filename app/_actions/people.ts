"use server";

import { thankPerson } from "#lib/advocacy/thank-person";
import { stageByHandInput } from "#lib/journey/input";
import { ok } from "#lib/kernel/result";
import { changePerson } from "#lib/people/change-person";
import { erasePerson } from "#lib/people/erase-person";
import { exportPerson } from "#lib/people/export-person";
import {
  consentInput,
  erasePersonInput,
  mergeInput,
  personChange,
  personIdInput,
  twoPeopleInput,
} from "#lib/people/input";
import { vetoMerge, withdrawVeto } from "#lib/people/merge-veto";
import { recordConsent } from "#lib/people/record-consent";
import { mergePeople } from "#lib/projector/merge-people";
import { setStageByHand } from "#lib/projector/set-stage-by-hand";
import { unmergePeople } from "#lib/projector/unmerge-people";

import { workspaceAction } from "./workspace-action.ts";

export const changePersonAction = workspaceAction(personChange, changePerson);
export const recordConsentAction = workspaceAction(consentInput, recordConsent);
export const erasePersonAction = workspaceAction(erasePersonInput, erasePerson);
export const exportPersonAction = workspaceAction(personIdInput, async (ctx, { personId }) =>
  ok(JSON.stringify(await exportPerson(ctx, personId), null, 2)),
);
export const setStageByHandAction = workspaceAction(stageByHandInput, setStageByHand);
export const mergePeopleAction = workspaceAction(mergeInput, mergePeople);
export const unmergePeopleAction = workspaceAction(personIdInput, unmergePeople);
export const vetoMergeAction = workspaceAction(twoPeopleInput, vetoMerge);
export const withdrawVetoAction = workspaceAction(twoPeopleInput, withdrawVeto);
export const thankPersonAction = workspaceAction(personIdInput, thankPerson);
