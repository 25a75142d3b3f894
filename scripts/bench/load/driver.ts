import { resolve } from 'node:path'
import type { LoadReport, LoadResult, LoadTask } from './messages.ts'

/** The client process, as the benchmark sees it. */
export interface LoadClient {
  /** Runs one task at a time. Throws if a response has an unexpected status. */
  run(task: LoadTask): Promise<LoadResult>
  stop(): void
}

export function startLoadClient(): LoadClient {
  let pending: PromiseWithResolvers<LoadResult> | undefined
  const child = Bun.spawn([process.execPath, resolve(import.meta.dir, 'client.ts')], {
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    ipc(report: LoadReport) {
      if ('error' in report) pending?.reject(new Error(report.error))
      else pending?.resolve(report.result)
    },
    onExit: () => pending?.reject(new Error('the client exited')),
  })
  return {
    run(task) {
      pending = Promise.withResolvers()
      child.send(task)
      return pending.promise
    },
    stop: () => child.kill(),
  }
}
