/** Everybody and everything on a Instagram that stands in for the real one. */
export interface World {
  readonly now: () => Date;
  readonly people: Person[];
  readonly posts: Media[];
}

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}

export interface Media {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly alts: readonly string[];
  readonly isByAi: boolean;
  /** The post that it answers. */
  readonly replyTo: string | undefined;
  readonly at: Date;
  likes: number;
  reposts: number;
  isDeleted: boolean;
}

let ids = 17_900_000_000_000_000n;

/** Longer than a number of JavaScript is exact. */
export function newId(): string {
  ids += 1n;
  return String(ids);
}

export function addPerson(world: World, username: string, name: string): Person {
  const person = { id: newId(), username, name };
  world.people.push(person);
  return person;
}

export function personOf({ people }: World, id: string): Person {
  const person = people.find((one) => one.id === id);
  if (!person) throw new Error(`Nobody is ${id}.`);
  return person;
}

export function addPost(
  world: World,
  author: Person,
  content: Pick<Media, "text"> & Partial<Pick<Media, "alts" | "replyTo" | "isByAi">>,
): Media {
  const post: Media = {
    id: newId(),
    authorId: author.id,
    alts: [],
    isByAi: false,
    replyTo: undefined,
    at: world.now(),
    likes: 0,
    reposts: 0,
    isDeleted: false,
    ...content,
  };
  world.posts.push(post);
  return post;
}

export function postOf({ posts }: World, id: string | undefined): Media | undefined {
  return posts.find((post) => post.id === id && !post.isDeleted);
}

/** The post that a conversation began with. */
export function rootOf(world: World, post: Media): Media {
  const above = world.posts.find(({ id }) => id === post.replyTo);
  return above ? rootOf(world, above) : post;
}

export function namesIn(text: string): string[] {
  return [...text.matchAll(/@([\w.]+)/g)].map(([, name = ""]) => name.toLowerCase());
}
