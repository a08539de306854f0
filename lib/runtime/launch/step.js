import { spawn } from "node:child_process";

import { project } from "./project.js";

/**
 * Runs a program without showing its output and reports progress. If it fails, prints the end of its output
 * and rejects with `advice`.
 */
export function step(title, program, args, env, advice) {
  process.stderr.write(`${title} …\n`);
  const began = performance.now();
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`;
  const child = spawn(program, args, {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ticker = setInterval(() => process.stderr.write(`  … ${seconds()}\n`), 5_000);
  const said = [];
  child.stdout.on("data", (chunk) => said.push(chunk));
  child.stderr.on("data", (chunk) => said.push(chunk));
  const stop = () => child.kill("SIGTERM");
  process.once("SIGINT", stop).once("SIGTERM", stop);

  return new Promise((resolve, reject) => {
    child.on("error", (error) => fail(`${advice} (${error.message})`));
    child.on("close", (code, signal) => {
      clearInterval(ticker);
      process.off("SIGINT", stop).off("SIGTERM", stop);
      if (code === 0) {
        process.stderr.write(`  done in ${seconds()}\n`);
        return resolve();
      }
      process.stderr.write(`${lastLines(Buffer.concat(said).toString())}\n`);
      fail(signal ? "Stopped; the next start takes it up again." : advice);
    });
    function fail(sentence) {
      clearInterval(ticker);
      reject(new Error(sentence));
    }
  });
}

function lastLines(text) {
  return text.trim().split("\n").slice(-40).join("\n");
}
