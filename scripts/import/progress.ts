import { Presets, SingleBar } from "cli-progress";
import type { ImportProgress } from "@/lib/imports/run";

export interface ProgressDisplay {
  show(progress: ImportProgress): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere a line at each tenth of the file. Both go to the error output. */
export function progressDisplay(): ProgressDisplay {
  return process.stderr.isTTY ? bar() : lines();
}

function bar(): ProgressDisplay {
  const format = "{bar} {percentage} % | {value} of {total} lines | {refused} refused | {eta_formatted} left";
  const single = new SingleBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_classic);
  let isStarted = false;
  return {
    show({ total, lines: done, refused }) {
      if (total === null) return;
      if (!isStarted) single.start(total, done, { refused });
      else single.update(done, { refused });
      isStarted = true;
    },
    stop: () => single.stop(),
  };
}

function lines(): ProgressDisplay {
  let lastTenth = -1;
  return {
    show({ total, lines: done, imported, skipped, refused }) {
      if (total === null) {
        console.error(`Checking the file: ${done} lines …`);
        return;
      }
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (tenth === lastTenth) return;
      lastTenth = tenth;
      console.error(`${done} of ${total} lines: ${imported} imported, ${skipped} already there, ${refused} refused`);
    },
    stop() {},
  };
}
