import type { z } from "zod";

import type { Address } from "./address.ts";
import type { LinkedInMedia } from "./media.ts";
import type { Caller } from "./permissions.ts";
import type { PostingRules } from "./posting.ts";

export interface Rules extends PostingRules {
  listingLagMs: number;
  /** Whether news brings along what it is about. */
  decoratesNews: boolean;
}

export interface Call extends Caller {
  readonly address: Address;
  /** What the path names, decoded. */
  readonly names: readonly string[];
  readonly body: unknown;
  readonly media: LinkedInMedia;
  readonly rules: Rules;
  readonly origin: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Everything that asks for a person's token. */
export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  /** What Rest.li must be told beside the method. */
  readonly restli?: string;
  readonly isUnversioned?: true;
  readonly takes?: z.ZodType;
  readonly gives?: z.ZodType;
  answer(call: Call): Answer;
}

/** A URN in a path, encoded. */
export const urnPath = String.raw`(urn%3A[^/()]+)`;
export const shown = (body: unknown): Answer => ({ status: 200, body });
export const done: Answer = { status: 204 };
