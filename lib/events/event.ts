import type { events } from "./schema.ts";

export type Event = typeof events.$inferSelect;

/**
 * All event types with their details, besides the actor, the time and the subject's id, which every event
 * has.
 */
export interface EventDetails {
  "workspace.created": { name: string };
  /** `version`: the row's version after the change. `fields`: names of the changed fields as in the input. */
  "workspace.changed": { fields: string[]; version: number };
  /** The only row that is kept of a removed workspace. */
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
  /** The subject is the workspace id, or "installation". */
  "sending.stopped": { scope: string };
  "sending.resumed": { scope: string };
  "media.uploaded": { sha256: string };
  "media.deleted": { fileName: string };
  "post.drafted": Record<never, never>;
  /** `version` in these post events: the post's version after the change. */
  "post.edited": { version: number };
  "post.scheduled": { publishAt: string; version: number };
  "post.rescheduled": { from: string; publishAt: string; version: number };
  "post.unscheduled": { version: number };
  "post.deleted": { text: string };
  "recurrence.begun": { rule: string };
  /** `day`: the first day without an occurrence. */
  "recurrence.ended": { day: string; version: number };
  /** `reason` is set if only part of the content was published. */
  "delivery.published": { postId: string; accountId: string; url: string; reason?: string };
  "post.restored": { version: number };
  "delivery.failed": { postId: string; accountId: string; reason: string };
  "delivery.needs-person": { postId: string; accountId: string };
  /** The delivery is in doubt or not published yet, and the engine continues by itself. */
  "delivery.takes-long": { postId: string; accountId: string };
  /**
   * The database was restored to an earlier state. `deliveries`: how many of the workspace may be published
   * already.
   */
  "safe-mode.entered": { since: string; deliveries: number };
  "delivery.answered": { answer: string };
  "delivery.answer-taken-back": Record<never, never>;
  /** `before`: the text before the edit. */
  "delivery.edited": { postId: string; before: string };
  /** One event per page of at most 100 touchpoints. The subject is the account id, "hand" or "csv". */
  "touchpoints.recorded": { ids: string[] };
  "person.changed": { fields: string[]; version: number };
  /** `publishedPosts`: whether published posts that name the person were kept or removed. */
  "person.erased": { publishedPosts: "keep" | "remove" };
  /** The subject is the person that remains and has all data of the other; `fields` may have changed. */
  "person.merged": { otherId: string; fields: string[]; version: number };
  "person.unmerged": { otherId: string; fields: string[]; version: number };
  "person.not-the-same": { otherId: string };
  "person.may-be-the-same": { otherId: string };
  "consent.recorded": { scope: string; state: string };
  "stage.set-by-hand": { stageId: string };
  "touchpoint.confirmed": { verdict: string };
  "touchpoint.appreciated": { how: string };
  /** The person was thanked outside of a network. `way`: a card, a letter, a spoken word, an e-mail. */
  "person.thanked": { way: string };
  /** The thank-you e-mail could not be sent. */
  "person.thanks-withdrawn": { way: string };
  /** `wording`: the tone or the sentence that a team member chose for the draft. */
  "shout-out.reworded": { personId: string; wording: string };
  "shout-out.accepted": { personId: string; postId: string };
  "shout-out.skipped": { personId: string; reason: string };
  "shout-out.done": { personId: string };
  "notifications.read": { count: number };
  /** A job failed for the last time. The subject is the job. */
  "job.given-up": { eventType: string; handler: string };
  /** A person requested that the job is tried again. */
  "job.retried": { eventType: string; handler: string };
}

export type EventType = keyof EventDetails;
