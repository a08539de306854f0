import { z } from "zod";

/** Erasures known to a database: fingerprints and ids of deleted people, without names. */
export const knownErasures = z.object({
  identities: z.array(z.object({ id: z.string(), workspaceId: z.string(), at: z.coerce.date() })),
  persons: z.array(
    z.object({
      /** Id of the erasure's event in the history. */
      eventId: z.string(),
      workspaceId: z.string(),
      actorId: z.string(),
      personId: z.string(),
      at: z.coerce.date(),
      publishedPosts: z.enum(["keep", "remove"]).catch("keep"),
    }),
  ),
});

export type KnownErasures = z.infer<typeof knownErasures>;

export const noErasures: KnownErasures = { identities: [], persons: [] };

/** Joins the erasures of two databases. Duplicates do no harm. */
export function joinErasures(one: KnownErasures, other: KnownErasures): KnownErasures {
  return {
    identities: [...one.identities, ...other.identities],
    persons: [...one.persons, ...other.persons],
  };
}
