import type { Limits } from "./limits.ts";
import type { DisclosureFields, PostOption } from "./post-options.ts";

/**
 * What is known of a network without speaking to it: plain data and pure rules, which pages, forms, the
 * command line and the engine read. Its texts are message keys under `connect.<key>`.
 */
export interface NetworkManifest {
  /** Our key for the network: lower case, stored with every account, identity and touchpoint. */
  readonly network: string;
  /** As people write it: "Bluesky". */
  readonly label: string;
  /** Path data of its sign in a box of 24 by 24, drawn in the current colour. */
  readonly icon: string;
  /** Nothing leaves the machine; screens say so. */
  readonly isSimulated: boolean;
  readonly limits: Limits;
  readonly abilities: Abilities;
  /** What a post can be given there beside words and pictures, in the order of the form; absent where nothing. */
  readonly postOptions?: readonly PostOption[];
  /** What it has a field for of how a post was made; absent where none. */
  readonly disclosure?: DisclosureFields;
  /** How the outcome of an unanswered publish is learned; decides the engine's recovery (delivery.md). */
  readonly outcome: OutcomeRule;
  /** Posts in 24 hours that the network lets one account publish; an account's own budget may be less. */
  readonly postsPerDay?: number;
  /** It refuses words that it had not long ago, without telling how long: so many days the same do not recur. */
  readonly sameWordsDays?: number;
  /** What the connect form asks for, in order. Texts are message keys `connect.<key>.<name>.label` and `.help`. */
  readonly connectFields: readonly ConnectField[];
  /** Signing in on the network's own page (OAuth); absent where it has none. */
  readonly authorization?: AuthorizationPage;
  /** The operator's settings that are about this network alone. */
  readonly settings?: readonly NetworkSetting[];
  /** Whether the network looks at apps before it lets them do all: what that opens is the text `connect.<key>.review`. */
  readonly hasReview?: true;
  /** Whether it has pages inside the product, in `app/<key>`: its key is then no name for a workspace. */
  readonly hasOwnPages?: true;
  /** How the network writes the name of a person, so that it notifies them; undefined where it cannot be written at the moment. */
  mention(handle: string): string | undefined;
  /** Where people see what an account posted. */
  profileUrl(account: {
    readonly remoteId: string;
    readonly handle: string;
    readonly origin: string;
  }): string | undefined;
}

/**
 * What is known of a sign-in page before anyone leaves for it. Where people need an app of their own
 * there first, the text `connect.<key>.app` says so, above the callback address.
 */
export interface AuthorizationPage {
  /** What has to be asked before leaving, in order; texts as for `connectFields`. */
  readonly fields: readonly ConnectField[];
  /** Whether it can be used where people reach us at `publicUrl`; the message is `connect.unavailable.<reason>`. */
  availability(publicUrl: string): "available" | "needs-public-https";
}

export interface Abilities {
  /** Whether the words of a published part can be changed. */
  readonly canEdit?: true;
  readonly canDelete: boolean;
  readonly canReply: boolean;
  /** False where rules forbid a tool to mention first: the draft is then posted by hand. */
  readonly canMention: boolean;
  /** It tells a tool nothing of people: no touchpoints come from there, and nobody can be answered. */
  readonly isSilentOnPeople?: true;
  /** It counts nothing of a single post, or tells no tool. */
  readonly hasNoCounts?: true;
  /** Set where rules forbid a tool to like and repost. */
  readonly isAppreciationForPeopleOnly?: true;
}

export interface OutcomeRule {
  readonly kind: "own-id" | "key" | "container" | "duplicate-listing" | "refusal-only" | "listing";
  /** Wait this long after the first intent before asking: the network's longest processing plus listing lag. */
  readonly settleMs: number;
  /** Publishing may take this long; the lease is more than twice as long. */
  readonly timeoutMs: number;
  /**
   * For so long after the first intent the network knows the same request for the same post; later
   * it is not sent again by itself. Absent: always; for `key` 55 minutes.
   */
  readonly repeatableMs?: number;
}

export interface ConnectField {
  readonly name: string;
  readonly kind: "text" | "url" | "password" | "choice";
  /** For `choice`: the values, whose words are `connect.<key>.<name>.choices.<value>`. */
  readonly choices?: readonly string[];
  readonly isRequired: boolean;
  readonly defaultValue?: string;
  /** What the account says of itself, filled in where it is signed in again. */
  readonly fromAccount?: "handle" | "origin";
  /** An option of the command line that the form does without. */
  readonly isForTerminalOnly?: true;
}

/** A variable of the environment. Starting checks it; `problem` is a message key under `start.settings`. */
export interface NetworkSetting {
  readonly variable: string;
  readonly problem: string;
  isUsable(value: string): boolean;
  /** It names a server on the operator's machine, which may then be reached although it is private. */
  readonly isServer?: true;
}
