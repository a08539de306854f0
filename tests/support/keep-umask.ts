import { afterEach } from "vitest";

const umask = process.umask();

/** The product closes what its process makes from then on; the tests of a worker share a process. */
afterEach(() => {
  process.umask(umask);
});
