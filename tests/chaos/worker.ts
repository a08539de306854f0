import { mutantCalled } from "./mutants.ts";
import { plant } from "./plant.ts";
import type { WorkerSetting } from "./setting.ts";

/** A worker process: the product's publisher on the product's store, with networks that misbehave and a life that may end at any moment. */
const setting = JSON.parse(process.env["CHAOS"] ?? "") as WorkerSetting;
const checkPlanted = plant(setting.time, setting.mutant ? mutantCalled(setting.mutant).edits : []);

// Whoever started this process is gone: so is the database.
process.stdin.resume().once("end", () => process.exit(0));

const { live } = await import("./worker-life.ts");
await live(setting, checkPlanted);
