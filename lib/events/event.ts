import type { events } from "./schema.ts";

export type Event = typeof events.$inferSelect;

/** Everything that can happen, and what is told of it beside who, when and the subject's id. */
export interface EventDetails {
  "workspace.created": { name: string };
  /** `version`: what the row became; `fields` are called as the input calls them. */
  "workspace.changed": { fields: string[]; version: number };
  /** The only line that stays of it. */
  "workspace.removed": { name: string };
  "user.created": { email: string };
  "user.changed": { fields: string[] };
  "user.signed-out-everywhere": Record<never, never>;
  "member.invited": { role: string; email?: string };
  "member.joined": { role: string };
  "member.changed": { role: string };
  "member.removed": Record<never, never>;
  "invitation.withdrawn": Record<never, never>;
  "account.sign-in-begun": { network: string };
  "account.sign-in-failed": { network: string; refusal: string };
  "account.connected": { network: string; handle: string };
  "account.disconnected": { network: string };
  "account.needs-reconnect": { network: string; reason: string };
  "account.changed": { fields: string[] };
  "account.recovered": { network: string };
  "account.out-of-credit": { network: string; reason: string };
  "account.paused": { network: string };
  "account.resumed": { network: string };
  /** The subject is the workspace, or "installation". */
  "sending.stopped": { scope: string };
  "sending.resumed": { scope: string };
  "media.uploaded": { sha256: string };
  "media.deleted": { fileName: string };
  "post.drafted": Record<never, never>;
  /** `version` in these: what the post became. */
  "post.edited": { version: number };
  "post.scheduled": { publishAt: string; version: number };
  "post.rescheduled": { from: string; publishAt: string; version: number };
  "post.unscheduled": { version: number };
  "post.deleted": { text: string };
  "recurrence.begun": { rule: string };
  "recurrence.changed": { fields: string[]; version: number };
  /** `day`: from which on it does not come. */
  "recurrence.ended": { day: string; version: number };
  /** With a reason where not all of it came out. */
  "delivery.published": { postId: string; accountId: string; url: string; reason?: string };
  "post.restored": { version: number };
  "delivery.failed": { postId: string; accountId: string; reason: string };
  "delivery.needs-person": { postId: string; accountId: string };
  /** In doubt or not out yet, and the engine goes on by itself. */
  "delivery.takes-long": { postId: string; accountId: string };
  /** The database was put back; so many deliveries of the workspace may be out already. */
  "safe-mode.entered": { since: string; deliveries: number };
  "delivery.answered": { answer: string };
  "delivery.answer-taken-back": Record<never, never>;
  /** `before`: the words that stood there until then. */
  "delivery.edited": { postId: string; before: string };
  /** One event a page of at most 100 touchpoints; the subject is the account, or "hand" or "csv". */
  "touchpoints.recorded": { ids: string[] };
  "person.changed": { fields: string[]; version: number };
  /** `publishedPosts`: what was done with posts that name them and are out. */
  "person.erased": { publishedPosts: "keep" | "remove" };
  /** The subject is the one that everything hangs on from now on; `fields` may read otherwise now. */
  "person.merged": { otherId: string; fields: string[]; version: number };
  "person.unmerged": { otherId: string; fields: string[]; version: number };
  "person.not-the-same": { otherId: string };
  "person.may-be-the-same": { otherId: string };
  "consent.recorded": { scope: string; state: string };
  "stage.set-by-hand": { stageId: string };
  "touchpoint.confirmed": { verdict: string };
  "touchpoint.appreciated": { how: string };
  /** Without a network: `way` is a card, a letter, a word at the counter, an e-mail. */
  "person.thanked": { way: string };
  /** The e-mail could not be sent after all. */
  "person.thanks-withdrawn": { way: string };
  /** `wording`: the tone or the sentence that a person chose for the draft. */
  "shout-out.reworded": { personId: string; wording: string };
  "shout-out.accepted": { personId: string; postId: string };
  "shout-out.skipped": { personId: string; reason: string };
  "shout-out.done": { personId: string };
  "notifications.read": { count: number };
  /** Work after an event failed for the last time; the subject is the job. */
  "job.given-up": { eventType: string; handler: string };
  /** A person has it tried again. */
  "job.retried": { eventType: string; handler: string };
}

export type EventType = keyof EventDetails;
