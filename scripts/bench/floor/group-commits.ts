import type { Database } from 'bun:sqlite'

interface Waiting {
  readonly work: () => string
  readonly done: (result: string) => void
  readonly failed: (error: unknown) => void
}

/**
 * Runs all writes that have arrived when a transaction begins in that transaction, and responds to each
 * after the commit.
 */
export function groupCommits(sqlite: Database): (work: () => string) => Promise<string> {
  const begin = sqlite.prepare('begin immediate')
  const commit = sqlite.prepare('commit')
  let queue: Waiting[] = []

  function commitAll(): void {
    const group = queue
    queue = []
    try {
      begin.run()
      const results = group.map(({ work }) => work())
      commit.run()
      group.forEach(({ done }, index) => {
        done(results[index] ?? '')
      })
    } catch (error) {
      if (sqlite.inTransaction) sqlite.run('rollback')
      for (const { failed } of group) failed(error)
    }
  }

  return (work) =>
    new Promise((done, failed) => {
      if (queue.push({ work, done, failed }) === 1) setImmediate(commitAll)
    })
}
