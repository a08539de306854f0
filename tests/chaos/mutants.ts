/** A text of the product that is replaced while a worker loads it. */
export interface Edit {
  readonly file: string;
  readonly text: string;
  readonly replacement: string;
}

export interface Mutant {
  readonly name: string;
  readonly says: string;
  readonly edits: readonly Edit[];
}

export const mutants: readonly Mutant[] = [];

export function mutantCalled(name: string): Mutant {
  const found = mutants.find((mutant) => mutant.name === name);
  if (!found) throw new Error(`No mutant is called ${name}: see --mutant list.`);
  return found;
}
