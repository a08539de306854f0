import type { Role } from "#lib/kernel/context";

import { Fields } from "./ask.ts";

/** Who may, at least: anybody at all, anybody with an account, or a member with that role. */
export type Least = "anyone" | "signed-in" | Role;

/** Rows of the first workspace, or what there is none of. */
export type Ids = Readonly<
  Record<
    | "workspace"
    | "post"
    | "recurrence"
    | "delivery"
    | "person"
    | "account"
    | "touchpoint"
    | "media"
    | "invitation"
    | "member"
    | "stage"
    | "shoutOut"
    | "job"
    | "signIn",
    string
  >
>;

export interface ExpectedAction {
  readonly least: Least;
  /** Arguments of the right kinds. */
  readonly args: (ids: Ids) => readonly unknown[];
}

/** What its form showed before. */
const before = { typed: {} };

/** An action that takes a workspace and a value. */
function act(least: Role, input: (ids: Ids) => object): ExpectedAction {
  return { least, args: (ids) => [ids.workspace, { version: 1, ...input(ids) }] };
}

/** An action of a form in a workspace. */
function form(least: Least, fields: (ids: Ids) => Record<string, string> = () => ({})) {
  const args = (ids: Ids) => [before, new Fields({ workspace: ids.workspace, ...fields(ids) })];
  return { least, args };
}

const draft = { parts: [{ text: "A draft of the matrix", images: [] }] };
const later = { kind: "wall-clock", at: "2099-01-01T09:00" };

/** By name. Ids are of rows that are there, of another workspace's, and of none. */
export const actions: Readonly<Record<string, ExpectedAction>> = {
  acceptInvitationAction: form("anyone", () => ({ token: "a-token-that-nobody-was-given" })),
  acceptShoutOutAction: act("editor", ({ shoutOut }) => ({ shoutOutId: shoutOut })),
  replyToTouchpointAction: act("editor", ({ touchpoint }) => ({ touchpointId: touchpoint })),
  appreciateTouchpointAction: act("editor", ({ touchpoint }) => ({
    touchpointId: touchpoint,
    how: "like",
  })),
  changeDraftSettingsAction: form("manager", () => ({
    tone: "plain",
    intent: "save",
    version: "999",
  })),
  changePostsAction: act("editor", ({ post }) => ({
    posts: [{ postId: post, version: 1 }],
    change: { kind: "draft" },
  })),
  changeMailAction: form("signed-in"),
  changeMemberRoleAction: form("owner", ({ member }) => ({ userId: member, role: "viewer" })),
  changePasswordAction: form("signed-in", () => ({ current: "wrong", next: "a long password" })),
  changePersonAction: act("editor", ({ person }) => ({ personId: person, note: "seen" })),
  changeProfileAction: form("signed-in", () => ({ name: "Somebody" })),
  changeSilenceAction: form("manager", () => ({
    silenceDays: "60",
    quietBuyerDays: "45",
    version: "999",
  })),
  makeBestSlotsAction: form("manager", ({ account }) => ({ accountId: account })),
  changeSlotsAction: form("manager", ({ account }) => ({
    accountId: account,
    "slots.weekday": "1",
    "slots.time": "10:00",
    "slots.stageId": "",
    version: "999",
  })),
  changeStagesAction: form("manager", () => ({ template: "aida", intent: "save", version: "999" })),
  changeWorkspaceAction: form("manager", () => ({ "settings.lateMinutes": "60" })),
  closeCaseAction: act("editor", ({ person }) => ({ personId: person, reason: "solved" })),
  checkAccountAction: form("manager", ({ account }) => ({ accountId: account })),
  chooseAccountsAction: form("manager", ({ signIn }) => ({ signInId: signIn, remoteId: "1" })),
  chooseWordingAction: act("editor", ({ shoutOut }) => ({ shoutOutId: shoutOut, wording: "warm" })),
  chooseLanguageAction: {
    least: "anyone",
    args: () => [new Fields({ locale: "en" })],
  },
  confirmTouchpointAction: act("editor", ({ touchpoint }) => ({
    touchpointId: touchpoint,
    verdict: "compliment",
  })),
  connectAccountAction: form("manager", ({ account }) => ({
    network: "practice",
    accountId: account,
  })),
  createWorkspaceAction: form("owner", () => ({ name: "Another", timeZone: "UTC" })),
  deletePostAction: act("editor", ({ post }) => ({ postId: post })),
  deletePublishedAction: act("editor", ({ delivery }) => ({ deliveryId: delivery })),
  disconnectAccountAction: act("manager", ({ account }) => ({ accountId: account })),
  duplicatePostAction: act("editor", ({ post }) => ({ postId: post })),
  editRuleAction: form("manager", () => ({
    act: "switch",
    key: "like",
    isOff: "yes",
    version: "999",
  })),
  editPublishedAction: act("editor", ({ delivery }) => ({ deliveryId: delivery, text: "x" })),
  erasePersonAction: act("manager", ({ person }) => ({ personId: person })),
  exportPersonAction: act("manager", ({ person }) => ({ personId: person })),
  resolveDeliveryAction: {
    least: "editor",
    args: ({ workspace, delivery }) => [
      new Fields({ workspace, deliveryId: delivery, answer: "rewrite" }),
    ],
  },
  resolveDeliveryFormAction: form("editor", ({ delivery }) => ({
    deliveryId: delivery,
    answer: "rewrite",
  })),
  importPostsAction: act("editor", () => ({ csv: "x", isPreview: true })),
  undoImportAction: act("editor", () => ({ importId: "none" })),
  importTouchpointsAction: act("editor", () => ({ csv: "x", isPreview: true })),
  inviteMemberAction: form("owner", () => ({ role: "viewer" })),
  leaveForNetworkAction: form("manager", ({ account }) => ({ network: "x", accountId: account })),
  markReadAction: form("viewer", () => ({})),
  markThankedByHandAction: act("editor", ({ shoutOut }) => ({ shoutOutId: shoutOut })),
  mergePeopleAction: act("editor", ({ person }) => ({ personId: person, otherId: person })),
  movePostAction: act("editor", ({ post }) => ({ postId: post, when: later })),
  pauseAccountAction: form("manager", ({ account }) => ({ accountId: account })),
  putPostsBackAction: act("editor", ({ post }) => ({
    posts: [
      { postId: post, version: 1, before: { state: "draft", publishAt: null, stageId: null } },
    ],
  })),
  recordConsentAction: act("editor", ({ person }) => ({
    personId: person,
    scope: "mention",
    state: "given",
    evidence: "said so",
  })),
  recordTouchpointAction: act("editor", ({ person }) => ({
    person: { id: person },
    type: "review",
    channel: "website",
    at: "2026-02-20T10:00",
  })),
  removeMemberAction: form("owner", ({ member }) => ({ userId: member })),
  removeSampleAction: form("owner", () => ({ ownName: "" })),
  restorePostAction: act("editor", ({ post }) => ({ postId: post })),
  resumeAccountAction: form("manager", ({ account }) => ({ accountId: account })),
  repeatPostAction: act("editor", ({ post }) => ({ postId: post, rule: "FREQ=WEEKLY" })),
  endRecurrenceAction: act("editor", ({ recurrence }) => ({ recurrenceId: recurrence })),
  resumeSendingAction: form("manager", () => ({ scope: "workspace" })),
  retryJobAction: form("editor", ({ job }) => ({ jobId: job })),
  saveRuleAction: form("manager", () => ({
    act: "remove",
    key: "like",
    intent: "save",
    version: "999",
  })),
  resolveRestoredAction: form("editor", () => ({ answer: "leave-out", seen: "0" })),
  saveDraftAction: act("editor", ({ post }) => ({ ...draft, postId: post })),
  savePreferencesAction: { least: "signed-in", args: () => [{ theme: "dark" }] },
  schedulePostAction: act("editor", ({ post }) => ({ postId: post, when: later })),
  sendPostAction: act("editor", ({ post }) => ({
    draft: { ...draft, postId: post, version: 1 },
    when: later,
  })),
  setAccountBudgetAction: form("manager", ({ account }) => ({
    accountId: account,
    usdPerMonth: "5",
  })),
  setHeldOutAction: act("manager", () => ({ percent: 5 })),
  setStageByHandAction: act("editor", ({ person, stage }) => ({
    personId: person,
    stageId: stage,
  })),
  setUpAction: form("anyone", () => ({ email: "x@wol.example", password: "a long password" })),
  setWeeklyShoutOutsAction: act("manager", () => ({ perWeek: 3 })),
  optionChoicesAction: act("editor", ({ account }) => ({ accountId: account, option: "board" })),
  swapPostsAction: act("editor", ({ post }) => ({
    one: { postId: post, version: 1 },
    other: { postId: post, version: 1 },
  })),
  showDraftAction: act("viewer", ({ post }) => ({ postId: post })),
  signInAction: form("anyone", () => ({ email: "nobody@wol.example", password: "wrong" })),
  signOutAction: { least: "anyone", args: () => [] },
  signOutEverywhereAction: { least: "signed-in", args: () => [] },
  skipShoutOutAction: act("editor", ({ shoutOut }) => ({ shoutOutId: shoutOut, reason: "other" })),
  stopSendingAction: form("manager", () => ({ scope: "workspace" })),
  undoResolutionAction: act("editor", ({ delivery }) => ({ deliveryId: delivery })),
  undoResolutionFormAction: form("editor", ({ delivery }) => ({ deliveryId: delivery })),
  thankQuietlyAction: act("editor", ({ person }) => ({ personId: person, way: "card" })),
  thankPersonAction: act("editor", ({ person }) => ({ personId: person })),
  unmergePeopleAction: act("editor", ({ person }) => ({ personId: person })),
  vetoMergeAction: act("editor", ({ person }) => ({ personId: person, otherId: person })),
  withdrawVetoAction: act("editor", ({ person }) => ({ personId: person, otherId: person })),
  unschedulePostAction: act("editor", ({ post }) => ({ postId: post })),
  withdrawInvitationAction: form("owner", ({ invitation }) => ({ invitationId: invitation })),
};
