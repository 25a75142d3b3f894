import { afterAll } from 'bun:test'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A separate file system of a few MiB. */
export interface SmallDisk {
  /** An empty folder on it. */
  readonly folder: string
  /** Takes all of its space. */
  fill(): void
  /** Frees the space that `fill` took. */
  clear(): void
  /** Forbids all writes from now on. */
  makeReadOnly(): void
}

/**
 * Mounts a small disk until the end of the tests. Undefined if this machine doesn't allow it, which takes
 * root.
 */
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
  const filler = (place: number) => join(mountPoint, `filler-${place}`)
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

/** A concurrent writer may have taken some of the space. */
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
