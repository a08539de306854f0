/** The largest video that a network accepts, of those that take videos (X: 512 MB). */
export const maxVideoBytes = 512_000_000;

/** Bytes of a video sent and stored at a time; the last piece may be shorter. */
export const videoPieceBytes = 4_000_000;
