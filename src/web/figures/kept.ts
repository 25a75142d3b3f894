import type { LocalWorkout } from '#client/index.ts'
import { isOver } from './is-over.ts'

/** An answer and the identity of the log that it was computed from. */
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
      // After the browser has cleared the data, the next access opens it again.
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
 * Identifies a log by its user, its unit and its last finished workout. An edit of an earlier workout goes
 * unnoticed, so a kept answer is only shown until the new one has been computed.
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

/** The answer kept under a key; undefined if there is none or it can't be read. */
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

/** Keeps an answer. If the storage is full, it is computed again the next time. */
export const keepAnswer = (key: string, kept: KeptAnswer): Promise<void> =>
  change((answers) => answers.put(kept, key))

/** Deletes all kept answers, on logout. */
export const forgetAnswers = (): Promise<void> => change((answers) => answers.clear())

async function change(work: (answers: IDBObjectStore) => void): Promise<void> {
  try {
    work((await open()).transaction(store, 'readwrite').objectStore(store))
  } catch {
    // Kept answers only save time.
  }
}
