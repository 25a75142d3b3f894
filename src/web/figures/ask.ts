import { effect, signal } from '@preact/signals'
import { exercises } from '../state/catalogue.ts'
import { log, workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { scriptUrl } from '../state/updates.ts'
import { keptAnswer, logIdentity } from './kept.ts'
import { keyOf, type QuestionName, type Questions, type Told } from './questions.ts'

/** The last answers, by question; outdated ones stay until the new ones arrive. */
const answers = signal<ReadonlyMap<string, unknown>>(new Map())
/** Questions whose answers are pending or up to date. */
const asked = new Map<string, Promise<unknown>>()
/** Incremented when answers are outdated, so that those on the screen are requested again. */
const version = signal(0)
/** Whether the worker could not be started, such as when its script isn't cached and there is no network. */
export const isFailing = signal(false)
const waiting = new Map<number, (answer: unknown) => void>()
let worker: Worker | undefined
let lastId = 0

/** Starts the worker, so that computing figures over ten years of training blocks no page. */
function start(): Worker {
  const address = document.querySelector<HTMLMetaElement>('meta[name="figures"]')?.content ?? ''
  const started = new Worker(scriptUrl(address), { type: 'module' })
  started.onmessage = ({ data }: MessageEvent<Told>) => {
    if ('changed' in data) {
      asked.clear()
      version.value++
    } else {
      waiting.get(data.id)?.(data.answer)
      waiting.delete(data.id)
    }
  }
  started.onerror = () => {
    // The next question starts a new worker.
    isFailing.value = true
    worker = undefined
    asked.clear()
    waiting.clear()
  }
  let known = exercises.peek().size
  effect(() => {
    const { size } = exercises.value
    if (known === 0 && size > 0) started.postMessage('catalogue')
    known = size
  })
  return started
}

/** Requests a figure; the same question is sent only once until something changes. */
export function ask<Name extends QuestionName>(
  name: Name,
  about: Questions[Name]['about'],
): Promise<Questions[Name]['answer']> {
  const { unit } = settings.peek()
  const key = keyOf(name, about, unit)
  const before = asked.get(key)
  // Only answers to this question are stored under its key.
  if (before) return before as Promise<Questions[Name]['answer']>
  worker ??= start()
  const id = ++lastId
  const answer = new Promise<Questions[Name]['answer']>((resolve) => {
    waiting.set(id, (told) => {
      isFailing.value = false
      answers.value = new Map(answers.peek()).set(key, told)
      resolve(told as Questions[Name]['answer'])
    })
  })
  asked.set(key, answer)
  if (!answers.peek().has(key)) void showKept(key)
  worker.postMessage({ id, name, about, unit })
  return answer
}

/** Shows the answer of an earlier visit to the same log until the worker, which reads the whole log, has the new one. */
async function showKept(key: string): Promise<void> {
  const kept = await keptAnswer(key)
  const { unit } = settings.peek()
  if (kept?.of !== logIdentity(workouts.peek(), log().user?.id, unit, Date.now())) return
  if (!answers.peek().has(key)) answers.value = new Map(answers.peek()).set(key, kept.answer)
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
