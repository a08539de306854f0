/** What the network is made of: people, pages, posts, and who did what with them. */
export interface Member {
  readonly id: string;
  readonly name: string;
}

export interface Page {
  readonly id: string;
  readonly name: string;
  readonly vanity: string;
  /** Approved roles, by member. */
  readonly roles: Map<string, string[]>;
}

export interface Post {
  readonly urn: string;
  /** LinkedIn's other name for it: another number. */
  readonly activity: string;
  readonly author: string;
  readonly createdAt: number;
  /** In LinkedIn's form. */
  commentary: string;
  readonly content: Record<string, unknown> | undefined;
  isDeleted: boolean;
}

export interface Comment {
  readonly id: string;
  readonly urn: string;
  readonly post: Post;
  readonly parent: string | undefined;
  readonly actor: string;
  readonly at: number;
  text: string;
  isDeleted: boolean;
}

export interface Reaction {
  readonly actor: string;
  readonly root: string;
  readonly at: number;
}

export interface News {
  readonly id: number;
  readonly page: string;
  readonly action: string;
  readonly at: number;
  readonly post: Post | undefined;
  readonly comment?: Comment;
  readonly share?: Post;
}

export interface World {
  readonly now: () => Date;
  readonly members: Member[];
  readonly pages: Page[];
  readonly posts: Post[];
  readonly comments: Comment[];
  readonly reactions: Reaction[];
  readonly news: News[];
}

let sequence = 0;

/** As LinkedIn makes them: milliseconds in front. */
export function numberAt(at: Date): string {
  sequence = (sequence + 1) % 4_194_304;
  return String((BigInt(at.getTime()) << 22n) + BigInt(sequence));
}

export const memberUrn = ({ id }: Pick<Member, "id">) => `urn:li:person:${id}`;
export const pageUrn = ({ id }: Pick<Page, "id">) => `urn:li:organization:${id}`;

export function addMember(world: World, name: string): Member {
  sequence += 1;
  const member = { id: `yr${(sequence * 7_919_993).toString(36)}Q`, name };
  world.members.push(member);
  return member;
}

export function addPage(world: World, name: string, admin?: Member, role = "ADMINISTRATOR"): Page {
  sequence += 1;
  const roles = new Map(admin ? [[admin.id, [role]]] : []);
  const page = { id: String(5_000_000 + sequence), name, vanity: name.toLowerCase(), roles };
  world.pages.push(page);
  return page;
}

export interface NewPost {
  readonly author: string;
  readonly commentary: string;
  readonly content?: Record<string, unknown> | undefined;
}

export function addPost(world: World, { author, commentary, content }: NewPost): Post {
  const at = world.now();
  const activity = `urn:li:activity:${numberAt(at)}`;
  const urn = `urn:li:share:${numberAt(at)}`;
  const createdAt = at.getTime();
  const post = { urn, activity, author, commentary, content, createdAt, isDeleted: false };
  world.posts.push(post);
  return post;
}

/** By any of its names. */
export function postOf({ posts }: World, name: string): Post | undefined {
  return posts.find(({ urn, activity, isDeleted }) => !isDeleted && [urn, activity].includes(name));
}

export function commentOf({ comments }: World, name: string): Comment | undefined {
  return comments.find(({ urn, isDeleted }) => !isDeleted && urn === name);
}

export function addComment(
  world: World,
  what: { post: Post; parent?: string | undefined; actor: string; text: string },
): Comment {
  const at = world.now();
  const id = numberAt(at);
  const urn = `urn:li:comment:(${what.post.activity},${id})`;
  const { post, parent, actor, text } = what;
  const comment = { id, urn, post, parent, actor, text, at: at.getTime(), isDeleted: false };
  world.comments.push(comment);
  const action = actor === post.author ? "ADMIN_COMMENT" : "COMMENT";
  addNews(world, { page: post.author, action, post, comment });
  return comment;
}

export function addReaction(world: World, actor: string, root: string): boolean {
  if (world.reactions.some((one) => one.actor === actor && one.root === root)) return false;
  world.reactions.push({ actor, root, at: world.now().getTime() });
  const post = postOf(world, root);
  if (post) addNews(world, { page: post.author, action: "LIKE", post });
  return true;
}

export function addNews(world: World, news: Omit<News, "id" | "at">): void {
  sequence += 1;
  world.news.push({ ...news, id: 4_400_000 + sequence, at: world.now().getTime() });
}
