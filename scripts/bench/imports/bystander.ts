import { resolve } from 'node:path'
import type { BystanderAnswer, BystanderOrder, Worst } from './bystander-messages.ts'

/** Another active user, in a separate process. */
export interface Bystander {
  /** Their longest waits since this was last called. */
  worst(): Promise<Worst>
  stop(): void
}

/** Makes another user read and save all the time. Resolves once they do. */
export async function startBystander(order: BystanderOrder): Promise<Bystander> {
  let waiting = Promise.withResolvers<BystanderAnswer>()
  const child = Bun.spawn([process.execPath, resolve(import.meta.dir, 'bystander-process.ts')], {
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    ipc: (answer: BystanderAnswer) => waiting.resolve(answer),
    onExit: () => waiting.reject(new Error('the bystander ended')),
  })
  const ask = (message: BystanderOrder | 'worst') => {
    waiting = Promise.withResolvers()
    child.send(message)
    return waiting.promise
  }
  await ask(order)
  return {
    async worst() {
      const answer = await ask('worst')
      if ('worst' in answer) return answer.worst
      throw new Error('the bystander said something else')
    },
    stop() {
      // Nobody is waiting for it any more, so its exit is not a failure.
      waiting.promise.catch(() => undefined)
      child.kill()
    },
  }
}
