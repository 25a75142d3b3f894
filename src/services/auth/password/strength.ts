import { Worker } from 'node:worker_threads'
import { createQueue } from '#lib/queue.ts'
import { Unavailable } from '#lib/unavailable.ts'

/** A password to rate, and the words that are known about its owner. */
export interface StrengthRequest {
  readonly password: string
  readonly ownerWords: readonly string[]
}

/**
 * The minimum number of guesses, where zxcvbn's highest score begins. An attacker with a stolen database
 * can try about a thousand a second on one machine, and needs months.
 *
 * @see https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler
 */
const minGuesses = 1e10

/** The maximum number of characters to rate. The time grows quadratically and reaches 0.4 s at this length. */
const maxRatedCharacters = 64

/** Far longer than rating any password takes, in milliseconds. */
const timeoutMs = 10_000

/** How long the dictionaries, which take 50 MB, stay in memory after their last use, in milliseconds. */
const idleMs = 30_000

const queue = createQueue({
  concurrency: 1,
  maxWaiting: 100,
  fullMessage: 'Too many passwords are being checked. Try again.',
})

let worker: Worker | undefined
/** Undefined while a password is being rated. */
let idleTimer: Timer | undefined

/**
 * Whether a password is easy to guess for someone who knows these words about its owner. Compatibility
 * forms (full-width letters) count as their plain letters.
 *
 * The estimate runs in its own thread, which is started on first use, because loading the dictionaries
 * takes 0.3 s. Throws {@link Unavailable} if too many are waiting.
 */
export async function isGuessable(password: string, ownerWords: readonly string[]): Promise<boolean> {
  const rated = Array.from(password.normalize('NFKC')).slice(0, maxRatedCharacters).join('')
  const guesses = await queue(() => guessesFor({ password: rated, ownerWords }))
  return guesses < minGuesses
}

async function guessesFor(request: StrengthRequest): Promise<number> {
  clearTimeout(idleTimer)
  idleTimer = undefined
  worker ??= new Worker(new URL(import.meta.resolve('#services/auth/password/strength-worker.ts')))
  const current = worker
  current.ref()
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const giveUp = (cause: unknown) => {
    stopWorker()
    reject(new Unavailable('The password could not be checked. Try again.', 2, { cause }))
  }
  const timer = setTimeout(() => giveUp(new Error('rating a password took too long')), timeoutMs)
  current.once('message', resolve)
  current.once('error', giveUp)
  current.postMessage(request)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    current.off('message', resolve)
    current.off('error', giveUp)
    // Lets a command exit without waiting for the thread.
    current.unref()
    idleTimer = setTimeout(stopWorker, idleMs).unref()
  }
}

/** Frees the memory of the dictionaries for other work, unless a password is being rated. */
export function freeDictionaries(): void {
  if (idleTimer) stopWorker()
}

function stopWorker(): void {
  clearTimeout(idleTimer)
  idleTimer = undefined
  void worker?.terminate()
  worker = undefined
}
