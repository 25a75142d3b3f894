import { resolve } from 'node:path'
import type { LoadOrder, LoadReport, LoadResult } from './messages.ts'

/** The client process, from the benchmark's side. */
export interface LoadClient {
  /** Runs one order at a time. Throws if a response has an unexpected status. */
  run(order: LoadOrder): Promise<LoadResult>
  stop(): void
}

/** Starts the client. */
export function startLoadClient(): LoadClient {
  let waiting: PromiseWithResolvers<LoadResult> | undefined
  const child = Bun.spawn([process.execPath, resolve(import.meta.dir, 'client.ts')], {
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    ipc(result: LoadReport) {
      if ('error' in result) waiting?.reject(new Error(result.error))
      else waiting?.resolve(result.result)
    },
    onExit: () => waiting?.reject(new Error('the client ended')),
  })
  return {
    run(order) {
      waiting = Promise.withResolvers()
      child.send(order)
      return waiting.promise
    },
    stop: () => child.kill(),
  }
}
