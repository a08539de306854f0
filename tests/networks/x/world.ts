/** What the network is made of: people, posts, and who did what with them. */
export interface XPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}

export interface XPost {
  readonly id: string;
  readonly authorId: string;
  /** As it was typed, with what X puts in front of a reply. */
  readonly text: string;
  readonly createdAt: Date;
  readonly conversationId: string;
  readonly replyTo: string | undefined;
  readonly quotes: string | undefined;
  readonly mediaIds: readonly string[];
  readonly poll: { options: readonly string[]; duration_minutes: number } | undefined;
  isDeleted: boolean;
}

export interface Mark {
  readonly personId: string;
  readonly postId: string;
}

export interface World {
  readonly now: () => Date;
  readonly people: XPerson[];
  readonly posts: XPost[];
  readonly likes: Mark[];
  readonly reposts: Mark[];
}

let sequence = 0;

/** As X makes them: the time in front, so that ids sort by age. */
export function snowflake(at: Date): string {
  sequence = (sequence + 1) % 4096;
  return String((BigInt(at.getTime() - 1_288_834_974_657) << 22n) + BigInt(sequence));
}

export function isAfter(id: string, other: string): boolean {
  return BigInt(id) > BigInt(other);
}

export function personOf(world: World, id: string): XPerson {
  const found = world.people.find((one) => one.id === id);
  if (!found) throw new Error(`Nobody is ${id}.`);
  return found;
}

export function postOf(world: World, id: string): XPost | undefined {
  return world.posts.find((post) => post.id === id && !post.isDeleted);
}

export function addPerson(world: World, username: string, name: string): XPerson {
  const person = { id: snowflake(world.now()), username, name };
  world.people.push(person);
  return person;
}

export interface NewPost {
  readonly text: string;
  readonly replyTo?: string | undefined;
  readonly quotes?: string | undefined;
  readonly mediaIds?: readonly string[];
  readonly poll?: XPost["poll"];
}

export function addPost(world: World, author: XPerson, what: NewPost): XPost {
  const at = world.now();
  const id = snowflake(at);
  const answered = what.replyTo ? postOf(world, what.replyTo) : undefined;
  const post: XPost = {
    id,
    authorId: author.id,
    text: asShown(world, author, what.text, answered),
    createdAt: at,
    conversationId: answered?.conversationId ?? id,
    replyTo: what.replyTo,
    quotes: what.quotes,
    mediaIds: what.mediaIds ?? [],
    poll: what.poll,
    isDeleted: false,
  };
  world.posts.push(post);
  return post;
}

/** X puts the name of whoever is answered in front, unless one answers oneself or has named them. */
function asShown(world: World, author: XPerson, text: string, answered: XPost | undefined): string {
  if (!answered || answered.authorId === author.id) return text;
  const { username } = personOf(world, answered.authorId);
  return names(text).includes(username.toLowerCase()) ? text : `@${username} ${text}`;
}

/** Whom a text names, in lower case. */
export function names(text: string): string[] {
  return [...text.matchAll(/(?<![\w@/])@(\w{1,15})(?![\w@])/g)].map(([, name = ""]) =>
    name.toLowerCase(),
  );
}

/** Does `post` name `person` in what its author typed, beyond the name that X put in front? */
export function isSummoned(world: World, post: XPost, person: XPerson): boolean {
  const quoted = post.quotes ? postOf(world, post.quotes) : undefined;
  if (quoted?.authorId === person.id) return true;
  const answered = post.replyTo ? postOf(world, post.replyTo) : undefined;
  const isAutomatic = answered?.authorId === person.id;
  const lead = `@${person.username} `;
  const typed =
    isAutomatic && post.text.startsWith(lead) ? post.text.slice(lead.length) : post.text;
  return names(typed).includes(person.username.toLowerCase());
}
