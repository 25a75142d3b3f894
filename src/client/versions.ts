import type { ReplogStorage } from './types.ts'

/** The key of the storage's version, a string that changes with each write. */
export const versionKey = 'v'

/** The number of writes whose log entries are kept. */
const maxLogged = 16

const keyOf = (number: number) => `log/${number % maxLogged}`

/** The keys of all log entries. */
export const logKeys = Array.from({ length: maxLogged }, (_, number) => keyOf(number))

/**
 * The generation of the storage that a version belongs to. A write to empty storage begins a new generation, so that
 * tabs can detect that the browser has wiped the storage. Undefined without a version.
 */
export function generationOf(version: string | undefined): string | undefined {
  return version?.split(' ')[0]
}

function numberOf(version: string | undefined): number {
  return Number(version?.split(' ')[1]) || 0
}

/** The next version, with a new id. */
export function versionAfter(version: string | undefined, id: string): string {
  return `${generationOf(version) ?? id} ${numberOf(version) + 1} ${id}`
}

/** The log entry of a write, which lets other tabs read only the changed keys. */
export function logEntry(
  version: string,
  before: string | undefined,
  keys: Iterable<string>,
): readonly [key: string, text: string] {
  return [keyOf(numberOf(version)), JSON.stringify([version, before, ...keys])]
}

/** The keys written between two versions; undefined if the log doesn't reach back that far. */
export async function keysChanged(
  storage: ReplogStorage,
  from: string | undefined,
  to: string | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const keys = new Set<string>()
  for (let version = to; version !== from; ) {
    if (numberOf(version) <= numberOf(from)) return
    const [logged, before, ...changed] = parse(await storage.read(keyOf(numberOf(version))))
    if (logged !== version) return
    for (const key of changed) keys.add(key)
    version = before
  }
  return keys
}

function parse(text = ''): string[] {
  try {
    const entry = JSON.parse(text)
    return Array.isArray(entry) ? entry : []
  } catch {
    // The entry was cut off, so everything is read again.
    return []
  }
}
