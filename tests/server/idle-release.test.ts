import { afterEach, expect, jest, test } from 'bun:test'
import { createReleaseSchedule, startIdleRelease } from '#server/idle-release.ts'
import { collectsGarbage } from '#tests/support/garbage.ts'

const megabyte = 1_000_000

afterEach(() => {
  jest.useRealTimers()
})

/**
 * Whether a release is due at each sample, given the CPU time used since the previous one, in milliseconds, and the
 * resident memory, in megabytes.
 */
function schedule(...samples: readonly (readonly [cpuMs: number, megabytes: number])[]): boolean[] {
  const isDue = createReleaseSchedule()
  let totalCpuMs = 0
  return samples.map(([cpuMs, megabytes]) => {
    totalCpuMs += cpuMs
    return isDue({ cpuMs: totalCpuMs, residentBytes: megabytes * megabyte })
  })
}

test('memory is released once a busy process becomes idle', () => {
  expect(schedule([400, 80], [5000, 150], [4000, 190], [10, 190])).toEqual([false, false, false, true])
})

test('memory is released once, not at each sample of an idle process', () => {
  expect(schedule([400, 80], [5000, 150], [10, 150], [10, 120], [0, 120])).toEqual([
    false,
    false,
    true,
    false,
    false,
  ])
})

test('a process that has grown by less than 16 MB is left alone', () => {
  expect(schedule([400, 80], [5000, 95], [10, 95])).toEqual([false, false, false])
  expect(schedule([400, 80], [5000, 96], [10, 96])).toEqual([false, false, true])
})

test('growth is measured from what the last release left', () => {
  const released = [
    [400, 80],
    [5000, 150],
    [10, 150],
    [10, 120],
  ] as const
  expect(schedule(...released, [300, 130], [10, 130])).toEqual([false, false, true, false, false, false])
  expect(schedule(...released, [300, 140], [10, 140])).toEqual([false, false, true, false, false, true])
})

test('what a release leaves is not read while the process is busy again', () => {
  expect(schedule([400, 80], [5000, 150], [10, 150], [5000, 160], [10, 160])).toEqual([
    false,
    false,
    true,
    false,
    true,
  ])
})

/** Uses the given CPU time, in milliseconds. */
function useProcessor(ms: number): void {
  const before = process.cpuUsage()
  let used = process.cpuUsage(before)
  while (used.user + used.system < ms * 1000) used = process.cpuUsage(before)
}

test('an idle process that has grown collects its garbage, until it is stopped', async () => {
  jest.useFakeTimers()
  const idleRelease = startIdleRelease()
  jest.advanceTimersByTime(5000)
  const growth = new Uint8Array(64 * megabyte).fill(1)
  useProcessor(60)
  jest.advanceTimersByTime(5000)
  jest.advanceTimersByTime(5000)
  expect(await collectsGarbage()).toBe(true)
  expect(growth.at(-1)).toBe(1)
  idleRelease.stop()
  jest.advanceTimersByTime(5000)
  expect(jest.getTimerCount()).toBe(0)
})
