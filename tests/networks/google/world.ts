/** Everybody and everything on a Google that stands in for the real one. */
export interface World {
  readonly now: () => Date;
  readonly people: Person[];
  readonly places: Place[];
  readonly posts: Post[];
  readonly reviews: Review[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Place {
  readonly id: string;
  readonly ownerId: string;
  readonly title: string;
  readonly town: string;
  readonly isVerified: boolean;
}

export interface Post {
  readonly name: string;
  readonly placeId: string;
  /** As it was sent. */
  readonly body: Record<string, unknown>;
  summary: string;
  state: "LIVE" | "PROCESSING" | "REJECTED";
  readonly at: Date;
  isDeleted: boolean;
}

export interface Review {
  readonly id: string;
  readonly placeId: string;
  readonly by: string | undefined;
  stars: number;
  comment: string;
  readonly at: Date;
  updatedAt: Date;
  reply: string | undefined;
}

let ids = 10_400_000_000_000_000_000n;

export function newId(): string {
  ids += 1n;
  return String(ids);
}

export function addPerson(world: World, name: string): Person {
  const person = { id: newId(), name };
  world.people.push(person);
  return person;
}

export function addPlace(
  world: World,
  owner: Person,
  title: string,
  { town = "Amsterdam", isVerified = true } = {},
): Place {
  const place = { id: newId(), ownerId: owner.id, title, town, isVerified };
  world.places.push(place);
  return place;
}

/** Without `by`, of somebody who wants no name there. */
export function addReview(
  world: World,
  place: Place,
  by: string | undefined,
  stars: number,
  comment = "",
): Review {
  const at = world.now();
  const id = `AbFvOq${newId()}`;
  const review = { id, placeId: place.id, by, stars, comment, at, updatedAt: at, reply: undefined };
  world.reviews.push(review);
  return review;
}

/** As v4 names it. */
export function placeName({ ownerId, id }: Place): string {
  return `accounts/${ownerId}/locations/${id}`;
}

export function postOf({ posts }: World, name: string): Post | undefined {
  return posts.find((post) => post.name === name && !post.isDeleted);
}
