import { z } from "zod";

/** Who was erased, as one database tells it: fingerprints and ids that lead nowhere, nobody's name. */
export const knownErasures = z.object({
  identities: z.array(z.object({ id: z.string(), workspaceId: z.string(), at: z.coerce.date() })),
  persons: z.array(
    z.object({
      /** Of the line in the history that says so. */
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

/** Of two databases; what both know is harmless twice. */
export function joinErasures(one: KnownErasures, other: KnownErasures): KnownErasures {
  return {
    identities: [...one.identities, ...other.identities],
    persons: [...one.persons, ...other.persons],
  };
}
