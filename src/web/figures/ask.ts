import { effect, signal } from '@preact/signals'
import { hasCatalogue } from '../state/catalogue.ts'
import { log, workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { scriptUrl } from '../state/updates.ts'
import { today } from './performed.ts'
import { keyOf, type QuestionName, type Questions, type WorkerMessage } from './questions.ts'
import { identityFor, logIdentity, storedAnswer } from './stored-answers.ts'

/** The last answers, by question; outdated ones stay until the new ones arrive. */
const answers = signal<ReadonlyMap<string, unknown>>(new Map())
/** Questions whose answers are pending or up to date. */
const requests = new Map<string, Promise<unknown>>()
/** Incremented when answers are outdated, so that those on the screen are requested again. */
const version = signal(0)
/** Whether the worker has failed, for example because one of its scripts isn't cached and there is no network. */
export const isFailing = signal(false)
const resolvers = new Map<number, (answer: unknown) => void>()
let worker: Worker | undefined
let lastId = 0

/** Starts the worker, so that computing figures over ten years of training blocks no page. */
function start(): Worker {
  const address = document.querySelector<HTMLMetaElement>('meta[name="figures"]')?.content ?? ''
  const newWorker = new Worker(scriptUrl(address), { type: 'module' })
  newWorker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
    if ('changed' in data) {
      requests.clear()
      version.value++
    } else {
      resolvers.get(data.id)?.(data.answer)
      resolvers.delete(data.id)
    }
  }
  newWorker.onerror = () => {
    // The next question starts a new worker.
    isFailing.value = true
    worker = undefined
    requests.clear()
    resolvers.clear()
  }
  let lastDay = today()
  effect(() => {
    const day = today()
    if (day === lastDay) return
    lastDay = day
    requests.clear()
    version.value = version.peek() + 1
  })
  let hadCatalogue = hasCatalogue.peek()
  effect(() => {
    if (hasCatalogue.value && !hadCatalogue) newWorker.postMessage('catalogue')
    hadCatalogue = hasCatalogue.value
  })
  return newWorker
}

/** Requests a figure; the same question is sent only once until something changes. */
function ask<Name extends QuestionName>(
  name: Name,
  about: Questions[Name]['about'],
): Promise<Questions[Name]['answer']> {
  const { unit } = settings.peek()
  const key = keyOf(name, about, unit)
  const request = requests.get(key)
  // Only answers to this question are stored under its key.
  if (request) return request as Promise<Questions[Name]['answer']>
  worker ??= start()
  const id = ++lastId
  const answer = new Promise<Questions[Name]['answer']>((resolve) => {
    resolvers.set(id, (result) => {
      isFailing.value = false
      answers.value = new Map(answers.peek()).set(key, result)
      resolve(result as Questions[Name]['answer'])
    })
  })
  requests.set(key, answer)
  if (!answers.peek().has(key)) void showStored(name, key)
  worker.postMessage({ id, name, about, unit })
  return answer
}

/**
 * Shows the answer from an earlier visit to the same log until the worker, which reads the whole log, has the new one.
 */
async function showStored(name: QuestionName, key: string): Promise<void> {
  const stored = await storedAnswer(key)
  const { unit } = settings.peek()
  const identity = logIdentity(workouts.peek(), log().user?.id, unit, Date.now())
  if (stored?.of !== identityFor(name, identity, today())) return
  if (!answers.peek().has(key)) answers.value = new Map(answers.peek()).set(key, stored.answer)
}

/** A figure to show: the last answer, or undefined until there is one. */
export function figure<Name extends QuestionName>(
  name: Name,
  about: Questions[Name]['about'],
): Questions[Name]['answer'] | undefined {
  version.value
  void ask(name, about)
  return answers.value.get(keyOf(name, about, settings.value.unit)) as Questions[Name]['answer'] | undefined
}
