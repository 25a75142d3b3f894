import { resolve } from 'node:path'
import type { BystanderMessage, BystanderTask, LongestWaits } from './bystander-messages.ts'

/** Another active user, in a separate process. */
export interface Bystander {
  /** The longest waits of the user since the last call. */
  longestWaits(): Promise<LongestWaits>
  stop(): void
}

/** Starts another user who continuously reads and saves. Resolves once they have started. */
export async function startBystander(task: BystanderTask): Promise<Bystander> {
  let pending = Promise.withResolvers<BystanderMessage>()
  const child = Bun.spawn([process.execPath, resolve(import.meta.dir, 'bystander-process.ts')], {
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    ipc: (message: BystanderMessage) => pending.resolve(message),
    onExit: () => pending.reject(new Error('the bystander process exited')),
  })
  const request = (message: BystanderTask | 'longestWaits') => {
    pending = Promise.withResolvers()
    child.send(message)
    return pending.promise
  }
  await request(task)
  return {
    async longestWaits() {
      const message = await request('longestWaits')
      if ('longestWaits' in message) return message.longestWaits
      throw new Error('unexpected message from the bystander')
    },
    stop() {
      // Nothing awaits a message anymore, so the exit is not a failure.
      pending.promise.catch(() => undefined)
      child.kill()
    },
  }
}
