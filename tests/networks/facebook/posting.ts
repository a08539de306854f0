import { badParameter, GraphProblem, noSuchObject } from "../stand-in/graph-problem.ts";
import type { Call } from "./routes.ts";
import { addComment, addPost, commentOf, newId, postOf, type Photo } from "./world.ts";

const dayMs = 24 * 60 * 60_000;
const duplicateMs = 10 * 60_000;
const mostText = 63_206;
const mostComment = 8_000;
const mostPhotos = 10;
const mostBytes = 4_000_000;

/** `POST /{page}/photos`: unpublished, so that a post can show it. */
export async function uploadPhoto({ world, page, query, file }: Call): Promise<object> {
  if (query.get("published") !== "false") throw badParameter("published: false is expected here");
  if (!file) throw badParameter("(#324) Requires upload file");
  if (file.length > mostBytes)
    throw new GraphProblem(400, { code: 1, error_subcode: 1_366_046, message: "Too large." });
  const { default: sharp } = await import("sharp");
  const { format } = await sharp(file)
    .metadata()
    .catch(() => ({ format: undefined }));
  if (format !== "jpeg" && format !== "png")
    throw new GraphProblem(400, { code: 324, message: "(#324) Missing or invalid image file" });
  const photo: Photo = {
    id: newId(),
    pageId: page.id,
    alt: query.get("alt_text_custom") ?? "",
    madeAt: world.now().getTime(),
    usedBy: undefined,
  };
  world.photos.push(photo);
  return { id: photo.id };
}

/** `POST /{page}/feed` */
export function createPost(call: Call): object {
  const { world, page, query } = call;
  const text = query.get("message") ?? "";
  const link = query.get("link") ?? undefined;
  const photos = attachedIn(query).map((id) => unusedPhoto(call, id));
  checkContent(text, link, photos.length);
  if (photos.length === 0) refuseDuplicate(call, text);
  const ids = photos.map(({ id }) => id);
  const post = addPost(world, page, page, { text, photos: ids, ...(link && { link }) });
  for (const photo of photos) photo.usedBy = post.id;
  return { id: post.id };
}

function checkContent(text: string, link: string | undefined, photos: number): void {
  if (text.length > mostText) throw badParameter("message is too long");
  if (!text && !link && photos === 0)
    throw badParameter("You must provide at least one of message, link, attached_media");
  if (link && photos > 0) throw badParameter("link and attached_media exclude each other");
  if (photos > mostPhotos) throw badParameter("attached_media: 10 at most");
}

function attachedIn(query: URLSearchParams): string[] {
  const given = query.get("attached_media");
  if (given === null) return [];
  const list: unknown = JSON.parse(given);
  if (!Array.isArray(list)) throw badParameter("attached_media: an array is expected");
  return list.map((one: { media_fbid?: unknown }) => {
    if (typeof one.media_fbid !== "string") throw badParameter("media_fbid: an id is expected");
    return one.media_fbid;
  });
}

function unusedPhoto({ world, page }: Call, id: string): Photo {
  const photo = world.photos.find((one) => one.id === id && one.pageId === page.id);
  if (!photo || world.now().getTime() - photo.madeAt > dayMs) throw noSuchObject(id);
  if (photo.usedBy !== undefined)
    throw new GraphProblem(400, {
      code: 100,
      error_subcode: 1_366_051,
      message: "These photos were already posted.",
    });
  return photo;
}

/** Of words alone, and only a while after: the answer names nothing. */
function refuseDuplicate({ world, page }: Call, text: string): void {
  const since = world.now().getTime() - duplicateMs;
  const isThere = world.posts.some(
    (post) =>
      post.authorId === page.id &&
      !post.isDeleted &&
      post.photos.length === 0 &&
      post.text === text &&
      post.at.getTime() >= since,
  );
  if (isThere) throw new GraphProblem(400, { code: 506, message: "Duplicate status message" });
}

/** `POST /{post or comment}/comments` */
export function createComment(call: Call): object {
  const { world, page, id, query } = call;
  if (!postOf(world, id) && !commentOf(world, id)) throw noSuchObject(id);
  const text = query.get("message") ?? "";
  const attached = query.get("attachment_id");
  if (!text && !attached) throw badParameter("message or attachment_id is expected");
  if (text.length > mostComment) throw badParameter("message is too long");
  const photo = attached ? unusedPhoto(call, attached) : undefined;
  const comment = addComment(world, page, id, text, photo ? [photo.id] : []);
  if (photo) photo.usedBy = comment.id;
  return { id: comment.id };
}

/** Of its own alone. */
export function changeText({ world, page, id, query }: Call): object {
  const made = postOf(world, id) ?? commentOf(world, id);
  if (!made || made.authorId !== page.id) throw noSuchObject(id);
  const text = query.get("message");
  if (text === null) throw badParameter("message is expected");
  made.text = text;
  return { success: true };
}

/** A page takes down what others wrote under its posts, too. */
export function takeDown({ world, page, id }: Call): object {
  const made = postOf(world, id) ?? commentOf(world, id);
  if (!made || (made.authorId !== page.id && "pageId" in made)) throw noSuchObject(id);
  made.isDeleted = true;
  return { success: true };
}

export function like({ world, page, id }: Call): object {
  const made = postOf(world, id) ?? commentOf(world, id);
  if (!made) throw noSuchObject(id);
  made.likedBy.add(page.id);
  return { success: true };
}
