/** Everybody and everything on a Pinterest that stands in for the real one. */
export interface World {
  readonly now: () => Date;
  readonly people: Person[];
  readonly boards: Board[];
  readonly pins: Pin[];
}

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}

export interface Board {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly isForAds: boolean;
  /** Its pins are listed to nobody who does not ask for them. */
  readonly isProtected: boolean;
}

export interface Pin {
  readonly id: string;
  readonly ownerId: string;
  readonly boardId: string;
  readonly title: string;
  description: string;
  readonly link: string;
  readonly alt: string;
  readonly pictures: number;
  /** Made in the sandbox: only its maker sees it. */
  readonly isInSandbox: boolean;
  readonly at: Date;
  readonly counts: { reaction: number; save: number; comment: number };
  isDeleted: boolean;
}

let ids = 549_755_885_175_000_000n;

/** Longer than a number of JavaScript is exact. */
export function newId(): string {
  ids += 1n;
  return String(ids);
}

export function addPerson(world: World, username: string, name: string): Person {
  const person = { id: newId(), username, name };
  world.people.push(person);
  return person;
}

export function addBoard(
  world: World,
  owner: Person,
  name: string,
  { isForAds = false, isProtected = false } = {},
): Board {
  const board = {
    id: newId(),
    ownerId: owner.id,
    name,
    isForAds,
    isProtected: isProtected || isForAds,
  };
  world.boards.push(board);
  return board;
}

export function personOf({ people }: World, id: string): Person {
  const person = people.find((one) => one.id === id);
  if (!person) throw new Error(`Nobody is ${id}.`);
  return person;
}

export function pinOf({ pins }: World, id: string): Pin | undefined {
  return pins.find((pin) => pin.id === id && !pin.isDeleted);
}
