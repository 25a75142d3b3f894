/**
 * Runs a shell script once a process has exited, for whatever reason.
 *
 * @param args the script's `$1`, `$2`…
 */
export function runAfterExit(pid: number, script: string, args: readonly string[]): void {
  // In its own session, so that it survives this process.
  const waitAndRun = `tail --pid="$1" -f /dev/null; shift; ${script}`
  Bun.spawnSync(['setsid', '-f', 'sh', '-c', waitAndRun, 'sh', String(pid), ...args], {
    stdio: ['ignore', 'ignore', 'ignore'],
  })
}
