import { resolve } from 'node:path'
import type { BystanderOrder, BystanderResult, Worst } from './bystander-messages.ts'

/** Another active user, in a separate process. */
export interface Bystander {
  /** Their longest waits since the last call. */
  worst(): Promise<Worst>
  stop(): void
}

/** Starts another user who continuously reads and saves. Resolves once they have started. */
export async function startBystander(order: BystanderOrder): Promise<Bystander> {
  let waiting = Promise.withResolvers<BystanderResult>()
  const child = Bun.spawn([process.execPath, resolve(import.meta.dir, 'bystander-process.ts')], {
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    ipc: (result: BystanderResult) => waiting.resolve(result),
    onExit: () => waiting.reject(new Error('the bystander ended')),
  })
  const request = (message: BystanderOrder | 'worst') => {
    waiting = Promise.withResolvers()
    child.send(message)
    return waiting.promise
  }
  await request(order)
  return {
    async worst() {
      const result = await request('worst')
      if ('worst' in result) return result.worst
      throw new Error('unexpected message from the bystander')
    },
    stop() {
      // Nothing is waiting for it anymore, so its exit is not a failure.
      waiting.promise.catch(() => undefined)
      child.kill()
    },
  }
}
