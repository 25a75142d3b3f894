import { afterAll } from 'bun:test'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A separate file system of a few MiB. */
export interface SmallDisk {
  /** An empty folder on it. */
  readonly folder: string
  /** Uses up all of its space. */
  fill(): void
  /** Frees the space that `fill` used. */
  clear(): void
  /** Forbids all writes from now on. */
  makeReadOnly(): void
}

/** Mounts a small disk until the end of the tests. Undefined if that isn't possible: it requires root on Linux. */
export function smallDisk(mebibytes: number): SmallDisk | undefined {
  const mountPoint = mkdtempSync(join(tmpdir(), 'replog-disk-'))
  afterAll(() => {
    Bun.spawnSync(['umount', '-l', mountPoint])
    rmSync(mountPoint, { recursive: true, force: true })
  })
  const options = ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', mountPoint]
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  if (!Bun.spawnSync(['mount', ...options]).success) return undefined
  const folder = join(mountPoint, 'data')
  mkdirSync(folder)
  const filler = (index: number) => join(mountPoint, `filler-${index}`)
  let fillers = 0
  return {
    folder,
    fill() {
      for (let free = freeBytes(mountPoint); free > 0; free = freeBytes(mountPoint))
        writeAsMuchAsFits(filler(fillers++), free)
    },
    clear() {
      while (fillers > 0) rmSync(filler(--fillers), { force: true })
    },
    makeReadOnly() {
      Bun.spawnSync(['mount', '-o', 'remount,ro', mountPoint])
    },
  }
}

/** Ignores that the disk is full, because a concurrent writer may use some of the space first. */
function writeAsMuchAsFits(file: string, bytes: number): void {
  try {
    writeFileSync(file, Buffer.alloc(bytes))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
