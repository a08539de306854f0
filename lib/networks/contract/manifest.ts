import type { Limits } from "./limits.ts";
import type { DisclosureFields, PostOption } from "./post-options.ts";

/**
 * The static description of a network: plain data and pure functions that pages, forms, the command line and
 * the engine use. Its texts are message keys under `connect.<key>`.
 */
export interface NetworkManifest {
  /** Our key of the network in lower case, stored with every account, identity and touchpoint. */
  readonly network: string;
  /** The network's name as people write it: "Bluesky". */
  readonly label: string;
  /** SVG path data of the logo in a 24 by 24 box, drawn in the current colour. */
  readonly icon: string;
  /** Nothing is sent to the internet; pages say so. */
  readonly isSimulated: boolean;
  readonly limits: Limits;
  readonly abilities: Abilities;
  /** Options of a post besides text and images, in the order of the form; absent if there are none. */
  readonly postOptions?: readonly PostOption[];
  /** Which disclosures the network has a field for; absent if none. */
  readonly disclosure?: DisclosureFields;
  /** How the outcome of an unanswered request is found out; decides the engine's recovery (delivery.md). */
  readonly outcome: OutcomeRule;
  /** The network's limit of posts per account in 24 hours. An account's own limit may be lower. */
  readonly postsPerDay?: number;
  /**
   * The network refuses a text that it received recently, for an undocumented time. Recurring posts do not
   * repeat a text within this number of days.
   */
  readonly sameWordsDays?: number;
  /**
   * The fields of the connect form, in order. Texts are message keys `connect.<key>.<name>.label` and
   * `.help`.
   */
  readonly connectFields: readonly ConnectField[];
  /** Sign-in on the network's own page (OAuth); absent if the network has none. */
  readonly authorization?: AuthorizationPage;
  /** The operator's settings that concern only this network. */
  readonly settings?: readonly NetworkSetting[];
  /**
   * Whether the network reviews apps before it grants them full access. The text `connect.<key>.review` says
   * what the review unlocks.
   */
  readonly hasReview?: true;
  /** Whether the network has pages in `app/<key>`; its key is then not allowed as a workspace name. */
  readonly hasOwnPages?: true;
  /**
   * Returns the text of a mention that makes the network notify the person; undefined if the person cannot be
   * mentioned now.
   */
  mention(handle: string): string | undefined;
  /** Returns the address of the account's public profile; undefined if there is none. */
  profileUrl(account: {
    readonly remoteId: string;
    readonly handle: string;
    readonly origin: string;
  }): string | undefined;
}

/**
 * What is known about a sign-in page before the person goes there. If people first need their own app on the
 * network, the text `connect.<key>.app` says so above the callback address.
 */
export interface AuthorizationPage {
  /** What the form asks before the redirect, in order; texts as for `connectFields`. */
  readonly fields: readonly ConnectField[];
  /** Whether the sign-in works with this `publicUrl`; the message is `connect.unavailable.<reason>`. */
  availability(publicUrl: string): "available" | "needs-public-https";
}

export interface Abilities {
  /** Whether the text of a published part can be changed. */
  readonly canEdit?: true;
  readonly canDelete: boolean;
  readonly canReply: boolean;
  /** False if the network's rules forbid a tool to mention somebody first; such a draft is posted by hand. */
  readonly canMention: boolean;
  /** The network gives a tool no data about people: there are no touchpoints and no replies. */
  readonly isSilentOnPeople?: true;
  /** The network gives a tool no counts per post. */
  readonly hasNoCounts?: true;
  /** Set if the network's rules forbid a tool to like and repost. */
  readonly isAppreciationForPeopleOnly?: true;
}

export interface OutcomeRule {
  readonly kind: "own-id" | "key" | "container" | "duplicate-listing" | "refusal-only" | "listing";
  /**
   * How long to wait in milliseconds after the first intent before asking the network: its longest processing
   * time plus the delay of its listing.
   */
  readonly settleMs: number;
  /** Timeout of a publish request in milliseconds. The lease is more than twice as long. */
  readonly timeoutMs: number;
  /**
   * How long after the first intent, in milliseconds, the network recognizes a repeated request; later it is
   * not sent again automatically. Absent means always, or 55 minutes for `key`.
   */
  readonly repeatableMs?: number;
}

export interface ConnectField {
  readonly name: string;
  readonly kind: "text" | "url" | "password" | "choice";
  /** The values of a `choice`; their texts are `connect.<key>.<name>.choices.<value>`. */
  readonly choices?: readonly string[];
  readonly isRequired: boolean;
  readonly defaultValue?: string;
  /** The property of the account that prefills the field when the account is signed in again. */
  readonly fromAccount?: "handle" | "origin";
  /** Only an option of the command line; the form does not show it. */
  readonly isForTerminalOnly?: true;
}

/** An environment variable. It is checked at start; `problem` is a message key under `start.settings`. */
export interface NetworkSetting {
  readonly variable: string;
  readonly problem: string;
  isUsable(value: string): boolean;
  /**
   * The variable names a server on the operator's machine; requests to it are allowed although its address is
   * private.
   */
  readonly isServer?: true;
}
