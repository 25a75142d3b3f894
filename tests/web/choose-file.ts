import { join } from 'node:path'
import { temporaryFolder } from '#tests/support/folder.ts'
import type { AppPage } from './app-page.ts'

/** Chooses a file with this name and content in the page's file field, once there is one. */
export async function chooseFile(app: AppPage, name: string, text: string): Promise<void> {
  const path = join(temporaryFolder(), name)
  await Bun.write(path, text)
  await app.until(`document.querySelector('input[type=file]') !== null`)
  const { root } = Object(await app.command('DOM.getDocument', {}))
  const { nodeId } = Object(
    await app.command('DOM.querySelector', { nodeId: root.nodeId, selector: 'input[type=file]' }),
  )
  await app.command('DOM.setFileInputFiles', { nodeId, files: [path] })
}
