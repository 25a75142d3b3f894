import type { LocalWorkout } from '#client/index.ts'
import { isOver } from './is-over.ts'
import type { QuestionName } from './questions.ts'

/** An answer and the identity of the log that it was computed from. */
export interface StoredAnswer {
  readonly of: string
  readonly answer: unknown
}

/** The object store of the answers, by question. */
export const answerStore = 'answers'
/** The version of the answers' form. */
const version = 2
let opening: Promise<IDBDatabase> | undefined

/** Opens the database of the answers. */
export function openAnswers(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('replog-figures', version)
    request.onupgradeneeded = () => {
      const { result } = request
      // The pages would misread answers of another form.
      if (result.objectStoreNames.contains(answerStore)) result.deleteObjectStore(answerStore)
      result.createObjectStore(answerStore)
    }
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
 * Identifies a log by its user, its unit, its last finished workout and the number of workouts up to that. Edits of
 * workouts go unnoticed, so a stored answer is only shown until the new one has been computed.
 */
export function logIdentity(
  workouts: readonly LocalWorkout[],
  user: string | undefined,
  unit: string,
  now: number,
): string {
  const first = workouts.findIndex((workout) => isOver(workout, now))
  return first < 0 ? '' : [user ?? 'guest', unit, workouts.length - first, workouts[first]?.id].join(' ')
}

/**
 * Identifies what an answer depends on. Advice also depends on the day, since a plan made before a break would be too
 * heavy after it.
 *
 * @param identity of the log
 */
export const identityFor = (name: QuestionName, identity: string, day: number): string =>
  name === 'coach' && identity !== '' ? `${identity} ${day}` : identity

/** The answer stored under a key; undefined if there is none or it can't be read. */
export async function storedAnswer(key: string): Promise<StoredAnswer | undefined> {
  try {
    const request = (await openAnswers()).transaction(answerStore).objectStore(answerStore).get(key)
    return await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = reject
    })
  } catch {
    return undefined
  }
}
