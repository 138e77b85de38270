/**
 * Runs a step and says what it is, then how long it took.
 * @param work answers a remark for the line, or nothing.
 */
export async function step(name: string, work: () => Promise<string | undefined>): Promise<void> {
  const startedAt = performance.now();
  console.log(`• ${name} …`);
  const remark = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`✓ ${name}${remark ? `: ${remark}` : ""} (${seconds} s)`);
}
