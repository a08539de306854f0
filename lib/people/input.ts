import { z } from "zod";

import { version } from "../workspaces/input.ts";
import { personRoles } from "./person.ts";

export const personIdInput = z.object({ personId: z.string().min(1).max(100) });

export const twoPeopleInput = z.object({
  personId: z.string().min(1).max(100),
  otherId: z.string().min(1).max(100),
});
export type TwoPeople = z.infer<typeof twoPeopleInput>;

export const mergeInput = twoPeopleInput.extend({
  /** Versions of both people as shown; the merge is refused if either was changed or merged since. */
  version,
  otherVersion: version,
});
export type MergeInput = z.infer<typeof mergeInput>;

export const mergeSuggestionsInput = z.object({
  /** The value of `next` of the previous page. */
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export type MergeSuggestionsInput = z.output<typeof mergeSuggestionsInput>;

export const erasePersonInput = personIdInput.extend({
  /** Whether published texts stay readable in the product. */
  publishedPosts: z.enum(["keep", "remove"]).optional(),
});
export type ErasePersonInput = z.infer<typeof erasePersonInput>;

export const peopleFilter = z.object({
  /** Part of a name or handle. */
  search: z.string().trim().max(100).optional(),
  stageId: z.string().max(100).optional(),
  /** `away`: people who are away; `here`: everyone else. */
  presence: z.enum(["away", "here"]).optional(),
  /** The value of `next` of the previous page. */
  after: z.string().max(200).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type PeopleFilter = z.input<typeof peopleFilter>;

export const personChange = z.object({
  personId: z.string().min(1).max(100),
  version,
  role: z.enum(personRoles).optional(),
  doNotThank: z.boolean().optional(),
  note: z.string().trim().max(2_000).nullable().optional(),
  language: z.enum(["en", "nl"]).nullable().optional(),
});

export type PersonChange = z.infer<typeof personChange>;

export const consentInput = z.object({
  personId: z.string().min(1).max(100),
  scope: z.enum(["mention", "reuse"]),
  state: z.enum(["given", "refused", "withdrawn"]),
  /** Where consent was given: a link, a date or a quote. */
  evidence: z.string().trim().min(1).max(500),
});

export type ConsentInput = z.infer<typeof consentInput>;
