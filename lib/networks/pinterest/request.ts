import { z } from "zod";

import type { Json, JsonObject, Published } from "../contract/remote.ts";

/** The stored request: the pin as it is sent, including its pictures. */
const pin = z.object({
  board_id: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  link: z.string().optional(),
  alt_text: z.string().optional(),
  media_source: z.record(z.string(), z.unknown()),
});

/** The texts, link and board by which a pin is recognised. */
export interface PinWords {
  readonly board: string;
  readonly title: string;
  readonly description: string;
  readonly link: string;
}

export function wordsIn(request: JsonObject): PinWords {
  const { board_id: board, title = "", description = "", link = "" } = pin.parse(request["pin"]);
  return { board, title, description, link };
}

export function bodyIn(request: JsonObject): JsonObject {
  pin.parse(request["pin"]);
  return request["pin"] as JsonObject;
}

/** Whether the pin has several pictures. */
export function isCarousel(request: JsonObject): boolean {
  const { media_source: source } = pin.parse(request["pin"]);
  return Array.isArray(source["items"]);
}

const reference = z.object({ pin: z.string() });

export function pinIn(target: Json): string {
  return reference.parse(target).pin;
}

export function publishedAs(id: string, web: string): Published {
  return { remoteId: id, reference: { pin: id }, url: `${web}/pin/${id}/` };
}
