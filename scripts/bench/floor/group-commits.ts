import type { Database } from 'bun:sqlite'

interface PendingWrite {
  readonly work: () => string
  readonly resolve: (result: string) => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs all writes that have arrived when a transaction begins in that transaction, and responds to each
 * after the commit.
 */
export function groupCommits(sqlite: Database): (work: () => string) => Promise<string> {
  const begin = sqlite.prepare('begin immediate')
  const commit = sqlite.prepare('commit')
  let queue: PendingWrite[] = []

  function commitAll(): void {
    const group = queue
    queue = []
    try {
      begin.run()
      const results = group.map(({ work }) => work())
      commit.run()
      group.forEach(({ resolve }, index) => {
        resolve(results[index] ?? '')
      })
    } catch (error) {
      if (sqlite.inTransaction) sqlite.run('rollback')
      for (const { reject } of group) reject(error)
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      if (queue.push({ work, resolve, reject }) === 1) setImmediate(commitAll)
    })
}
