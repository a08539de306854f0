/** `npm run faults` does everything at full length; within `npm test` each fault is short. */
export const isFull = process.env["FAULTS"] === "full";
