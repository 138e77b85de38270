import { type Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Gets an address and reads its answer to the end. @throws Error for any status but 200 */
export function fetchText(agent: Agent, url: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part)).on("error", reject);
      response.on("end", () => resolve(Buffer.concat(parts).toString()));
    }).on("error", reject);
  });
}

/** Waits until a server that was just started answers. */
export async function untilAnswering(agent: Agent, url: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await fetchText(agent, url, {});
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(100);
    }
  }
}
