import type { Schemas } from '#generated/types.ts'
import type { Figure } from '../figure.ts'
import type { Options } from '../options.ts'
import type { ServerProcess } from '../server-process.ts'
import { median } from '../statistics.ts'
import { register } from '../sync/account.ts'
import { startBystander } from './bystander.ts'
import type { LongestWaits } from './bystander-messages.ts'
import { strongFile } from './strong-file.ts'

/** The size of the largest real log seen. */
const rows = 14_000

type Import = Schemas['Import']

/** The measurements of one import. */
interface Round {
  readonly dryRunMs: number
  readonly commitMs: number
  readonly undoMs: number
  readonly waits: readonly LongestWaits[]
}

/**
 * Measures the dry run, the commit and the undo of a file of 14,000 rows, while another user reads and saves. All
 * rounds use one freshly started server, each with a new user.
 */
export async function measureImport(
  server: ServerProcess,
  { rounds }: Pick<Options, 'rounds'>,
): Promise<Figure[]> {
  const file = strongFile(rows)
  const bystander = await startBystander({
    url: server.url,
    token: await register(server.url, 'bystander@example.com'),
  })
  try {
    const results: Round[] = []
    let afterFirst = 0
    for (let round = 0; round < rounds; round++) {
      const token = await register(server.url, `importer-${round}@example.com`)
      results.push(await importOnce(server.url, token, file, () => bystander.longestWaits()))
      if (round === 0) afterFirst = await server.peakMemory()
    }
    return figuresOf(results, afterFirst / 1e6, (await server.peakMemory()) / 1e6)
  } finally {
    bystander.stop()
  }
}

async function importOnce(
  url: string,
  token: string,
  file: string,
  takeWaits: () => Promise<LongestWaits>,
): Promise<Round> {
  const waits: LongestWaits[] = []
  const timed = async (method: string, path: string, body?: FormData): Promise<[number, Import]> => {
    await takeWaits()
    const started = performance.now()
    const headers = { Authorization: `Bearer ${token}` }
    const response = await fetch(url + path, { method, headers, ...(body && { body }) })
    const text = await response.text()
    const duration = performance.now() - started
    if (!response.ok) throw new Error(`${response.status} for ${method} ${path}: ${text}`)
    waits.push(await takeWaits())
    return [duration, JSON.parse(text)]
  }
  const form = new FormData()
  form.set('file', new Blob([file]), 'strong.csv')
  const [dryRunMs, { id }] = await timed('POST', '/api/imports', form)
  const [commitMs, { committed }] = await timed('POST', `/api/imports/${id}/commit`)
  if (committed?.sets !== rows) throw new Error(`${committed?.sets} sets were committed`)
  const [undoMs] = await timed('DELETE', `/api/imports/${id}`)
  return { dryRunMs, commitMs, undoMs, waits }
}

function figuresOf(rounds: readonly Round[], afterFirst: number, peak: number): Figure[] {
  const name = 'import of 14,000 rows'
  const waitsByStep = (kind: keyof LongestWaits) => {
    const [dryRun, commit, undo] = [0, 1, 2].map((step) =>
      Math.max(...rounds.map(({ waits }) => waits[step]?.[kind] ?? 0)),
    )
    return { dryRun: dryRun ?? 0, commit: commit ?? 0, undo: undo ?? 0 }
  }
  const waitFigure = (what: string, kind: keyof LongestWaits): Figure => {
    const parts = waitsByStep(kind)
    const value = Math.max(parts.dryRun, parts.commit, parts.undo)
    return { name: `${name}, ${what}`, unit: 'ms', value, target: { atMost: 100 }, parts }
  }
  return [
    {
      name,
      unit: 'ms',
      value: median(rounds.map(({ dryRunMs, commitMs }) => dryRunMs + commitMs)),
      target: { atMost: 2000 },
      parts: {
        dryRunMs: median(rounds.map(({ dryRunMs }) => dryRunMs)),
        commitMs: median(rounds.map(({ commitMs }) => commitMs)),
        undoMs: median(rounds.map(({ undoMs }) => undoMs)),
      },
    },
    {
      name: `${name}, peak memory`,
      unit: 'MB',
      value: afterFirst,
      target: { atMost: 200 },
      parts: { afterAllRounds: peak },
    },
    waitFigure("another user's longest read", 'readMs'),
    waitFigure("another user's longest save", 'writeMs'),
  ]
}
