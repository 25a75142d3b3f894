import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'

/** A disk that a test can fill until a page can store nothing more. */
export interface Disk {
  /** The folder for the browser's profile. */
  readonly profile: string
  fill(page: Page): Promise<void>
  makeRoom(page: Page): Promise<void>
  /** Must be called after the browser has ended. */
  remove(): void
}

/** A separate 96 MB file system. When it is full, Chromium fails to write and closes the database. */
function mountDisk(): Disk | undefined {
  const mountPoint = mkdtempSync(join(tmpdir(), 'replog-disk-'))
  const mount = Bun.spawnSync(['mount', '-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', mountPoint], {
    stderr: 'ignore',
  })
  if (!mount.success) {
    rmdirSync(mountPoint)
    return
  }
  const filler = join(mountPoint, 'filler')
  let parts = 0
  return {
    profile: join(mountPoint, 'profile'),
    async fill() {
      for (let size = 1 << 20; size >= 1; size >>= 1) {
        for (;;) {
          const { bavail, bsize } = statfsSync(mountPoint)
          if (bavail * bsize < size) break
          writeFileSync(`${filler}${parts++}`, new Uint8Array(size))
        }
      }
    },
    async makeRoom() {
      while (parts > 0) rmSync(`${filler}${--parts}`)
    },
    remove() {
      Bun.spawnSync(['umount', '--lazy', mountPoint])
      rmdirSync(mountPoint)
    },
  }
}

/** Simulates a full disk without root: clears the page's data and sets its quota to 1 byte. */
export function limitQuota(): Disk {
  return {
    profile: temporaryFolder(),
    async fill(page) {
      await page.setQuota(1)
      await page.clearData()
    },
    makeRoom: (page) => page.setQuota(),
    remove() {},
  }
}

/** The disks to test with. Only root can mount a file system, and not in every container. */
export function disks(): readonly (readonly [name: string, create: () => Disk])[] {
  const disk = mountDisk()
  disk?.remove()
  const quota = ['cleared data without quota', limitQuota] as const
  return disk ? [['full file system', () => mountDisk() ?? limitQuota()], quota] : [quota]
}
