import { z } from "zod";

const id = z.string().regex(/^\d+$/);

/** A timestamp; Pinterest writes it without a time zone, meaning UTC. */
const moment = z
  .string()
  .transform((text) => (/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`))
  .refine((text) => Number.isFinite(Date.parse(text)));

const pinAnswer = z.object({
  id,
  created_at: moment.nullish(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  link: z.string().nullish(),
  board_id: z.string().nullish(),
  media: z.object({ media_type: z.string().nullish() }).nullish(),
  pin_metrics: z
    .object({ lifetime_metrics: z.record(z.string(), z.unknown()).nullish() })
    .nullish()
    .catch(undefined),
});
export type PinAnswer = z.infer<typeof pinAnswer>;
export const onePin = pinAnswer;

/** A list without the entries that do not parse. */
function listOf<Entry>(shape: z.ZodType<Entry>) {
  return z.object({
    items: z
      .array(z.unknown())
      .transform((items) => items.flatMap((item) => shape.safeParse(item).data ?? [])),
    bookmark: z.string().nullish(),
  });
}
export const pinList = listOf(pinAnswer);
export const boardList = listOf(
  z.object({ id, name: z.string().min(1), is_ads_only: z.boolean().nullish() }),
);

export const userAnswer = z.object({
  id: id.optional(),
  username: z.string().min(1),
  business_name: z.string().nullish(),
  profile_image: z.string().nullish(),
  follower_count: z.number().nullish(),
});
export type UserAnswer = z.infer<typeof userAnswer>;

export const anything = z.unknown();

/** An error body. `code` is Pinterest's own; few codes are documented. */
export const problemAnswer = z.object({ code: z.number(), message: z.string().default("") });
