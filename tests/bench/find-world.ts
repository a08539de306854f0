import type { Context } from "#lib/kernel/context";
import { findOrCreatePeople } from "#lib/people/find-or-create-people";
import { draftFrom } from "#lib/posts/save-draft";

const pageSize = 500;

/** People whose names begin alike by the thousand, and drafts of forty words; each tenth of a thousandth is like no other. */
export async function fillWorld(
  ctx: Context,
  { posts, people }: { readonly posts: number; readonly people: number },
): Promise<void> {
  const at = ctx.clock.now();
  for (let from = 0; from < people; from += pageSize) {
    const page = Array.from({ length: pageSize }, (_, index) => personOf(from + index, at));
    await ctx.transact((tx) => findOrCreatePeople(tx, ctx, "bench", page));
  }
  for (let from = 0; from < posts; from += pageSize)
    await ctx.transact(async (tx) => {
      for (let index = from; index < from + pageSize; index += 1)
        await draftFrom(
          tx,
          ctx,
          { timeZone: "UTC", createdAt: at },
          { parts: [{ text: textOf(index) }] },
        );
    });
}

const givenNames = [
  "Anna",
  "Zoë",
  "Mees",
  "Sanne",
  "Daan",
  "Élodie",
  "Noor",
  "Sem",
  "Lotte",
  "Finn",
];
const familyNames = ["de Vries", "Ångström", "Jansen", "van Dijk", "Bakker", "Núñez", "Smit"];

function personOf(index: number, at: Date) {
  const name = `${givenNames[index % 10]} ${familyNames[(index >> 3) % 7]} ${(index * 7_919) % 9_973}`;
  return {
    remoteId: `did:${index}`,
    handle: `nr${index}.example.social`,
    displayName: name,
    firstAt: at,
    lastAt: new Date(at.getTime() + index),
  };
}

const words =
  "wol garen sjaal muts trui vest breien atelier winkel morgen vandaag nieuw zacht warm kleur patroon draad naald klant dank markt stad zondag open koffie handwerk lente zomer winter".split(
    " ",
  );

function textOf(index: number): string {
  const chosen = Array.from(
    { length: 40 },
    (_, place) => words[(index * 31 + place * place * 17 + (index >> 4)) % words.length],
  );
  const rare = index % 97 === 0 ? " Herfstsjaal in drie kleuren" : "";
  return `De ${chosen.join(" ")}${rare}, nr${index}.`;
}
