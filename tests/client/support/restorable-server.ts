import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { withExistingDatabase } from '#db/engine/sqlite/with-existing-database.ts'
import { backup, restore } from '#db/maintenance/backup.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import type { LoggedInDevice } from './logs.ts'

/**
 * A server that can be backed up and restored. Restoring connects the given devices to the restored server.
 *
 * @param renewsEpoch whether the backup is restored with the command, and not by copying the file
 */
export async function restorableServer({ renewsEpoch = true } = {}) {
  const folder = temporaryFolder()
  const key = crypto.getRandomValues(new Uint8Array(32))
  const app = await testApp({ folder, key })
  const backupFile = join(temporaryFolder(), 'backup.sqlite')
  return {
    app,
    // Like the backup command, this uses a connection of its own while the server is running.
    backUp: () => withExistingDatabase(databaseFile(folder), (sqlite) => backup(sqlite, backupFile)),
    async restore(...devices: readonly LoggedInDevice[]): Promise<TestApp> {
      const now = app.clock.now
      await app.close()
      if (renewsEpoch) restore(backupFile, folder, new Date(now))
      else {
        for (const suffix of ['-wal', '-shm']) rmSync(databaseFile(folder) + suffix, { force: true })
        copyFileSync(backupFile, databaseFile(folder))
      }
      const restored = await testApp({ folder, key, now })
      for (const { device } of devices) {
        device.fetch = restored.fetch
        device.now = restored.clock.now
      }
      return restored
    },
  }
}
