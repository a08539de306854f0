/** The most that any network takes of those that a video is sent to (X: 512 MB). */
export const maxVideoBytes = 512_000_000;

/** How much of a video is sent and stored at a time; the last piece is shorter. */
export const videoPieceBytes = 4_000_000;
