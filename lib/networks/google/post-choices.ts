import type { OutgoingPart } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";

type Options = OutgoingPart["options"];

/** Returns the fields beside the text: the kind of post, its dates and its button. */
export function choicesOf(options: Options): JsonObject & { topicType: string } {
  const text = (key: string) => {
    const value = options[key];
    return typeof value === "string" ? value.trim() : "";
  };
  const topic = text("topic");
  if (topic !== "event" && topic !== "offer") return { topicType: "STANDARD", ...actionOf(text) };
  const event = { title: text("title"), schedule: scheduleOf(text("start"), text("end")) };
  if (topic === "event") return { topicType: "EVENT", event, ...actionOf(text) };
  // Google shows no button below an offer.
  return { topicType: "OFFER", event, offer: offerOf(text) };
}

type Read = (key: string) => string;

function actionOf(text: Read): JsonObject {
  const [actionType, url] = [text("action"), text("address")];
  if (actionType === "CALL") return { callToAction: { actionType } };
  return actionType && url ? { callToAction: { actionType, url } } : {};
}

function offerOf(text: Read): JsonObject {
  const all = {
    couponCode: text("coupon"),
    redeemOnlineUrl: text("redeem"),
    termsConditions: text("terms"),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

/** Converts the dates as entered; they are in the place's local time. */
function scheduleOf(start: string, end: string): JsonObject {
  return { ...instantOf("start", start), ...instantOf("end", end) };
}

function instantOf(which: "start" | "end", written: string): JsonObject {
  const [year = 0, month = 0, day = 0, hours, minutes = 0] = written.split(/[-T:]/).map(Number);
  return {
    [`${which}Date`]: { year, month, day },
    ...(hours !== undefined && { [`${which}Time`]: { hours, minutes } }),
  };
}
