/** Everybody and everything on a Facebook that stands in for the real one. */
export interface World {
  readonly now: () => Date;
  readonly people: Person[];
  readonly pages: Page[];
  readonly posts: Post[];
  readonly comments: Comment[];
  readonly photos: Photo[];
  readonly reviews: Review[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Page {
  readonly id: string;
  readonly name: string;
  readonly username: string | undefined;
  /** Who may do what there. */
  readonly roles: Map<string, readonly string[]>;
}

interface Made {
  readonly id: string;
  readonly authorId: string;
  text: string;
  readonly at: Date;
  readonly photos: readonly string[];
  readonly likedBy: Set<string>;
  /** How else than by a like somebody reacted. */
  readonly feelings: Map<string, string>;
  isDeleted: boolean;
}

export interface Post extends Made {
  /** Under which it is listed. */
  readonly pageId: string;
  readonly link: string | undefined;
  shares: number;
}

export interface Comment extends Made {
  readonly postId: string;
  readonly parentId: string | undefined;
}

export interface Photo {
  readonly id: string;
  readonly pageId: string;
  readonly alt: string;
  readonly madeAt: number;
  /** The post or comment that shows it. */
  usedBy: string | undefined;
}

interface Review {
  readonly pageId: string;
  readonly personId: string;
  readonly at: Date;
  readonly isPositive: boolean;
  readonly text: string;
}

let ids = 100_000_000_000_000n;

/** Longer than a number of JavaScript is exact. */
export function newId(): string {
  ids += 1n;
  return `9${ids}`;
}

export function addPerson(world: World, name: string): Person {
  const person = { id: newId(), name };
  world.people.push(person);
  return person;
}

export const allTasks = [
  "ADVERTISE",
  "ANALYZE",
  "CREATE_CONTENT",
  "MESSAGING",
  "MODERATE",
  "MANAGE",
];

export function addPage(
  world: World,
  name: string,
  owner: Person,
  { username, tasks = allTasks }: { username?: string; tasks?: readonly string[] } = {},
): Page {
  const page = { id: newId(), name, username, roles: new Map([[owner.id, tasks]]) };
  world.pages.push(page);
  return page;
}

function made(world: World, authorId: string, text: string, photos: readonly string[]) {
  const likedBy = new Set<string>();
  const feelings = new Map<string, string>();
  return { authorId, text, at: world.now(), photos, likedBy, feelings, isDeleted: false };
}

export function addPost(
  world: World,
  page: Page,
  author: { readonly id: string },
  { text, photos = [], link }: { text: string; photos?: readonly string[]; link?: string },
): Post {
  const id = `${page.id}_${newId()}`;
  const post = { ...made(world, author.id, text, photos), id, pageId: page.id, link, shares: 0 };
  world.posts.push(post);
  return post;
}

export function addComment(
  world: World,
  author: { readonly id: string },
  on: string,
  text: string,
  photos: readonly string[] = [],
): Comment {
  const above = commentOf(world, on);
  const postId = above?.postId ?? on;
  const id = `${postId.split("_")[1]}_${newId()}`;
  const comment = { ...made(world, author.id, text, photos), id, postId, parentId: above?.id };
  world.comments.push(comment);
  return comment;
}

export function postOf({ posts }: World, id: string): Post | undefined {
  return posts.find((post) => post.id === id && !post.isDeleted);
}

export function commentOf({ comments }: World, id: string): Comment | undefined {
  return comments.find((comment) => comment.id === id && !comment.isDeleted);
}

export function nameOf({ people, pages }: World, id: string): string {
  return [...people, ...pages].find((one) => one.id === id)?.name ?? "Somebody";
}
