import { Worker } from 'node:worker_threads'
import { createQueue } from '#lib/queue.ts'
import { Unavailable } from '#lib/unavailable.ts'

/** A password to judge, and what is known about its owner. */
export interface StrengthQuestion {
  readonly password: string
  readonly known: readonly string[]
}

/**
 * A password that takes fewer guesses is refused: zxcvbn's highest score. Whoever has stolen the database tries
 * about a thousand a second on one machine, and needs months.
 *
 * @see https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler
 */
const leastGuesses = 1e10

/** How many characters are judged, as the time grows with their square: 0.4 s for the worst of this length. */
const judgedCharacters = 64

/** No password takes nearly as long, in milliseconds. */
const patienceMs = 10_000

/** How long the dictionaries stay in memory after their last use, in milliseconds: they take 80 MB. */
const idleMs = 30_000

const queue = createQueue({
  concurrency: 1,
  maxWaiting: 100,
  full: 'Too many passwords are being judged. Try again.',
})

let worker: Worker | undefined
let retirement: Timer | undefined

/**
 * Whether a password is easy to guess for somebody who knows these words about its owner. Compatibility forms
 * (full-width letters) count as the letters that they stand for.
 *
 * The estimate runs in a thread of its own, which is started when it is first needed: loading the dictionaries
 * takes 0.3 s. Throws {@link Unavailable} when too many are waiting.
 */
export async function isGuessable(password: string, known: readonly string[]): Promise<boolean> {
  const judged = Array.from(password.normalize('NFKC')).slice(0, judgedCharacters).join('')
  const guesses = await queue(() => guessesFor({ password: judged, known }))
  return guesses < leastGuesses
}

async function guessesFor(question: StrengthQuestion): Promise<number> {
  clearTimeout(retirement)
  worker ??= new Worker(new URL('./strength-worker.ts', import.meta.url))
  const asked = worker
  asked.ref()
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const giveUp = (cause: unknown) => {
    retire()
    reject(new Unavailable('The password could not be judged. Try again.', 2, { cause }))
  }
  const timer = setTimeout(() => giveUp(new Error('judging a password took too long')), patienceMs)
  asked.once('message', resolve)
  asked.once('error', giveUp)
  asked.postMessage(question)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    asked.off('message', resolve)
    asked.off('error', giveUp)
    // A command may end without waiting for the thread.
    asked.unref()
    retirement = setTimeout(retire, idleMs).unref()
  }
}

function retire(): void {
  void worker?.terminate()
  worker = undefined
}
