import { randomBytes } from "node:crypto";

import { asMastodon, type Traits } from "./traits.ts";

/** Everything that one Mastodon server knows. Numbers are strings there, and too large for numbers. */
export interface Person {
  readonly id: string;
  readonly username: string;
  /** Absent: an account of this server. */
  readonly domain: string | undefined;
  displayName: string;
  readonly following: Set<string>;
  isSuspended: boolean;
}

export interface Status {
  readonly id: string;
  readonly author: Person;
  text: string;
  warning: string;
  isSensitive: boolean;
  language: string | null;
  readonly visibility: "public" | "unlisted" | "private" | "direct";
  readonly createdAt: Date;
  editedAt: Date | null;
  readonly answers: Status | undefined;
  readonly quotes: Status | undefined;
  readonly boostOf: Status | undefined;
  media: Media[];
  poll: StatusPoll | undefined;
  readonly likedBy: Set<string>;
  readonly mentions: Set<string>;
  isDeleted: boolean;
}

export interface StatusPoll {
  readonly id: string;
  readonly options: readonly string[];
  readonly isMultiple: boolean;
  readonly expiresAt: Date;
  readonly votes: Map<string, readonly number[]>;
}

export interface Media {
  readonly id: string;
  readonly owner: Person;
  readonly type: "image" | "video" | "unknown";
  description: string | null;
  readonly bytes: Buffer;
  readonly readyAt: number;
  readonly isBroken: boolean;
  attachedTo: string | undefined;
}

export interface Notification {
  readonly id: string;
  readonly type: string;
  readonly createdAt: Date;
  readonly to: Person;
  readonly from: Person;
  readonly status: Status | undefined;
}

export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
  readonly website: string | undefined;
}

export interface Code {
  readonly app: App;
  readonly person: Person;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string | undefined;
  readonly expiresAt: number;
}

export interface Token {
  readonly value: string;
  readonly app: App;
  /** Absent for a token of the app itself. */
  readonly person: Person | undefined;
  readonly scopes: readonly string[];
  isRevoked: boolean;
}

export interface Configuration {
  maxCharacters: number;
  maxMedia: number;
  perUrl: number;
  descriptionLimit: number;
  imageSizeLimit: number;
  videoSizeLimit: number;
  imageMatrixLimit: number;
  pollOptions: number;
  pollOptionLength: number;
  pollMinSeconds: number;
  pollMaxSeconds: number;
}

export const defaultConfiguration: Configuration = {
  maxCharacters: 500,
  maxMedia: 4,
  perUrl: 23,
  descriptionLimit: 1_500,
  imageSizeLimit: 16_777_216,
  videoSizeLimit: 103_809_024,
  imageMatrixLimit: 33_177_600,
  pollOptions: 4,
  pollOptionLength: 50,
  pollMinSeconds: 300,
  pollMaxSeconds: 2_629_746,
};

export class World {
  readonly people: Person[] = [];
  readonly statuses = new Map<string, Status>();
  readonly media = new Map<string, Media>();
  readonly notifications: Notification[] = [];
  readonly apps: App[] = [];
  readonly codes = new Map<string, Code>();
  readonly tokens = new Map<string, Token>();
  /** By account and key: the post that a key made, and until when it is remembered. */
  readonly keys = new Map<string, { statusId: string; until: number }>();
  /** Called with every new notification. */
  readonly listeners = new Set<(notification: Notification) => void>();
  configuration: Configuration = { ...defaultConfiguration };
  traits: Traits = { ...asMastodon };
  /** How long pictures are processed. 0: at once. */
  processingMs = 0;
  /** Films come to nothing while they are worked on. */
  breaksFilms = false;
  readonly now: () => Date;
  /** Scheme and host. */
  origin = "";
  /** As in `@anna@wool.example`; a server may live at another address. */
  domain = "";
  private sequence = 0;
  private notificationId = 34_975_000;

  constructor(now: () => Date) {
    this.now = now;
  }

  /** Milliseconds and a sequence, as Mastodon's own ids. */
  newId(): string {
    this.sequence += 1;
    return String((BigInt(this.now().getTime()) << 16n) + BigInt(this.sequence % 65_536));
  }

  newSecret(): string {
    return randomBytes(32).toString("base64url");
  }

  join(displayName: string, domain?: string): Person {
    const base = displayName.toLowerCase().replace(/[^a-z0-9]+/g, "_");
    const taken = this.people.filter(({ username }) => username.startsWith(base)).length;
    const person: Person = {
      id: this.newId(),
      username: taken === 0 ? base : `${base}${taken + 1}`,
      domain,
      displayName,
      following: new Set(),
      isSuspended: false,
    };
    this.people.push(person);
    return person;
  }

  acct({ username, domain }: Person): string {
    return domain ? `${username}@${domain}` : username;
  }

  fullName(person: Person): string {
    return `${person.username}@${person.domain ?? this.domain}`;
  }

  profileUrl({ username, domain }: Person): string {
    return `${domain ? `https://${domain}` : this.origin}/@${username}`;
  }

  personNamed(name: string): Person | undefined {
    const wanted = name.toLowerCase();
    return this.people.find((person) =>
      [this.acct(person), this.fullName(person)].includes(wanted),
    );
  }

  statusOf(id: string, reader: Person | undefined): Status | undefined {
    const status = this.statuses.get(id);
    return status && !status.isDeleted && this.maySee(status, reader) ? status : undefined;
  }

  maySee({ visibility, author, mentions }: Status, reader: Person | undefined): boolean {
    if (visibility === "public" || visibility === "unlisted" || author === reader) return true;
    if (!reader) return false;
    return mentions.has(reader.id) || (visibility === "private" && reader.following.has(author.id));
  }

  notify(to: Person, type: string, from: Person, status?: Status): void {
    if (to === from) return;
    this.notificationId += 1;
    const id = this.traits.hasOddIds
      ? `${this.now().toISOString()}/${type}/${crypto.randomUUID()}`
      : String(this.notificationId);
    const told = { id, type, createdAt: this.now(), to, from, status };
    this.notifications.push(told);
    for (const listener of this.listeners) listener(told);
  }
}
