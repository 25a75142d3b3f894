import { readdirSync, readFileSync } from 'node:fs'

/**
 * Clock ticks, 100 per second, in which Linux counts CPU time:
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
const ticksPerMillisecond = 0.1

/** The CPU time of a postmaster and all its processes, in milliseconds. */
export function serverCpuMilliseconds(postmaster: number): number {
  const own = statOf(String(postmaster))
  // Including its processes that have ended.
  let ticks = Number(own[11]) + Number(own[12]) + Number(own[13]) + Number(own[14])
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(pid)
    if (Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12])
  }
  return ticks / ticksPerMillisecond
}

/** The fields after the executable's name, which may contain spaces. */
function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    // The process has ended.
    return []
  }
}
