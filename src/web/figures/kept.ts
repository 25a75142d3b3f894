import type { LocalWorkout } from '#client/index.ts'
import { isOver } from './is-over.ts'

/** An answer, and which log it is of. */
export interface KeptAnswer {
  readonly of: string
  readonly answer: unknown
}

const store = 'answers'
let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('replog-figures', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    request.onsuccess = () => {
      const { result } = request
      // When the device's data is cleared, whoever asks next opens it again.
      result.onclose = result.onversionchange = () => {
        opening = undefined
        result.close()
      }
      resolve(result)
    }
    request.onerror = () => {
      opening = undefined
      reject(request.error)
    }
  })
  return opening
}

/**
 * Which log an answer is of: whose, in which unit, and up to which workout. An earlier workout that was changed
 * isn't seen, so what is kept is shown only until it was computed again.
 */
export function logIdentity(
  workouts: readonly LocalWorkout[],
  user: string | undefined,
  unit: string,
  now: number,
): string {
  const first = workouts.findIndex((one) => isOver(one, now))
  return first < 0 ? '' : [user ?? 'guest', unit, workouts.length - first, workouts[first]?.id].join(' ')
}

/** What was kept under a key; undefined if nothing was, or if it can't be read. */
export async function keptAnswer(key: string): Promise<KeptAnswer | undefined> {
  try {
    const request = (await open()).transaction(store).objectStore(store).get(key)
    return await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = reject
    })
  } catch {
    return undefined
  }
}

/** Keeps an answer; without room for it, it is computed again the next time. */
export const keepAnswer = (key: string, kept: KeptAnswer): Promise<void> =>
  change((answers) => answers.put(kept, key))

/** Forgets all of them, as whoever logs out wants. */
export const forgetAnswers = (): Promise<void> => change((answers) => answers.clear())

async function change(work: (answers: IDBObjectStore) => void): Promise<void> {
  try {
    work((await open()).transaction(store, 'readwrite').objectStore(store))
  } catch {
    // Nothing depends on it.
  }
}
