import { invalid } from "./problem.ts";
import type { State } from "./server.ts";
import { newId, placeName, type Place, type Post } from "./world.ts";

const topics = ["STANDARD", "EVENT", "OFFER"];
const known = ["languageCode", "summary", "topicType", "callToAction", "event", "offer", "media"];
const actions = ["BOOK", "ORDER", "SHOP", "LEARN_MORE", "SIGN_UP", "CALL"];

type Body = Record<string, unknown>;

/** `POST …/localPosts`, by every rule that is documented. */
export async function makePost(state: State, place: Place, body: Body): Promise<Post> {
  for (const name of Object.keys(body))
    if (!known.includes(name)) throw invalid(`Unknown: ${name}`);
  const summary = summaryIn(body);
  const topic = String(body["topicType"]);
  if (!topics.includes(topic)) throw invalid(`topicType ${topic}`);
  checkEvent(topic, body["event"]);
  if ((body["offer"] !== undefined) !== (topic === "OFFER")) throw invalid("offer is for OFFER");
  checkAction(topic, body["callToAction"]);
  await checkMedia(body["media"]);
  const post: Post = {
    name: `${placeName(place)}/localPosts/${newId()}`,
    placeId: place.id,
    body,
    summary,
    state: state.settings.isStrict ? "REJECTED" : "LIVE",
    at: state.world.now(),
    isDeleted: false,
  };
  state.world.posts.push(post);
  return post;
}

export function summaryIn({ summary }: Body): string {
  if (typeof summary !== "string" || Array.from(summary).length > 1_500)
    throw invalid("summary must be at most 1500 characters.");
  return summary;
}

interface Schedule {
  readonly startDate: Date;
  readonly endDate: Date;
}
interface Date {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function checkEvent(topic: string, event: unknown): void {
  if ((event !== undefined) !== (topic !== "STANDARD"))
    throw invalid("event is for EVENT and OFFER");
  if (event === undefined) return;
  const { title, schedule } = event as { title?: string; schedule?: Schedule };
  if (!title || title.length > 58) throw invalid("event.title: 1 to 58 characters");
  if (!schedule?.startDate || !schedule.endDate) throw invalid("event.schedule needs both dates");
  if (dayOf(schedule.endDate) < dayOf(schedule.startDate))
    throw invalid("it ends before it begins");
}

function dayOf({ year, month, day }: Date): number {
  if (!year || month < 1 || month > 12 || day < 1 || day > 31) throw invalid("not a date");
  return year * 10_000 + month * 100 + day;
}

function checkAction(topic: string, action: unknown): void {
  if (action === undefined) return;
  const { actionType, url } = action as { actionType?: string; url?: string };
  if (topic === "OFFER") throw invalid("callToAction is not for OFFER");
  if (!actionType || !actions.includes(actionType)) throw invalid("callToAction.actionType");
  if ((url === undefined) !== (actionType === "CALL")) throw invalid("callToAction.url");
}

async function checkMedia(media: unknown): Promise<void> {
  if (media === undefined) return;
  const [only, ...others] = media as { mediaFormat?: string; sourceUrl?: string }[];
  if (!only || others.length > 0 || only.mediaFormat !== "PHOTO") throw invalid("media: one PHOTO");
  if (!(await isPicture(only.sourceUrl ?? "")))
    throw invalid("Unable to fetch the media item from sourceUrl.");
}

/** Really fetches it. */
async function isPicture(address: string): Promise<boolean> {
  const answer = await fetch(address).catch(() => undefined);
  const type = answer?.headers.get("content-type") ?? "";
  return answer?.ok === true && /^image\/(jpeg|png)/.test(type);
}
