import { openCatalogue } from '#client/catalogue/index.ts'
import { createReplog, indexedDbStore } from '#client/index.ts'
import { answersFor } from './answers.ts'
import { daysOf } from './days-of.ts'
import { isOver } from './is-over.ts'
import { keyOf, type WorkerMessage, type WorkerRequest } from './questions.ts'
import { storeAnswer } from './store-answer.ts'
import { identityFor, logIdentity } from './stored-answers.ts'

/** The part of the worker scope that is used; the DOM types don't include it. */
interface Scope {
  postMessage(message: WorkerMessage): void
  addEventListener(type: 'message', listen: (event: MessageEvent<WorkerRequest | 'catalogue'>) => void): void
}

const scope = self as unknown as Scope

const isSame = (items: readonly unknown[], others: readonly unknown[]) =>
  items.length === others.length && items.every((item, index) => item === others[index])

async function openFigures() {
  // Follows the page's writes as another tab would, and never contacts the server.
  const log = await createReplog({
    baseUrl: location.origin,
    storage: indexedDbStore(),
    guest: true,
    auto: false,
  })
  let hasCatalogue = false
  const readExercises = async () => {
    const catalogue = await openCatalogue(log, { storage: indexedDbStore('replog-catalogue'), auto: false })
    const all = await catalogue.all()
    hasCatalogue = catalogue.list().length > log.exercises.list().length
    catalogue.close()
    return all
  }
  let exercises = await readExercises()
  let { user } = log
  /** The same object as before unless its content has changed: a token refresh makes `log.user` an equal copy. */
  const userNow = () => {
    if (JSON.stringify(log.user) !== JSON.stringify(user)) user = log.user
    return user
  }
  /** The data that figures depend on. A workout in progress isn't part of it, so logging a set doesn't change them. */
  const read = () => {
    const now = Date.now()
    const finished = log.workouts.list().filter((workout) => isOver(workout, now))
    return { finished, measurements: log.measurements.list(), own: log.exercises.list(), user: userNow() }
  }
  let announced = read()
  let answers: ReturnType<typeof answersFor> | undefined
  let basis: readonly unknown[] = []

  /** Starts over if anything that answers depend on has changed. */
  const answersNow = (unit: WorkerRequest['unit']) => {
    const next = read()
    const parts = [...Object.values(next).flat(), exercises, unit]
    if (answers && isSame(parts, basis)) return answers
    basis = parts
    answers = answersFor({
      ...next,
      exercises,
      unit,
      workouts: () => log.workouts.list(),
      now: () => Date.now(),
    })
    return answers
  }
  log.subscribe(async () => {
    const [next, last] = [read(), announced]
    if (isSame(Object.values(next).flat(), Object.values(last).flat())) return
    announced = next
    if (next.own !== last.own) exercises = await readExercises()
    scope.postMessage({ changed: true })
  })
  return {
    async answer({ name, about, unit }: WorkerRequest): Promise<unknown> {
      // A question's `about` matches its answer's parameter.
      const answerTo = answersNow(unit)[name] as (about: unknown) => unknown
      const answer = await answerTo(about)
      const now = Date.now()
      const identity = logIdentity(log.workouts.list(), log.user?.id, unit, now)
      const answerIdentity = identityFor(name, identity, daysOf(log.user).dayOf(now))
      // Answers without the catalogue are replaced soon, those to `suggest` hold only for the time in its question, and
      // `base` is asked once, before a program starts.
      if (name !== 'base' && name !== 'suggest' && hasCatalogue && answerIdentity !== '')
        void storeAnswer(keyOf(name, about, unit), { of: answerIdentity, answer })
      return answer
    },
    async reopen() {
      exercises = await readExercises()
      scope.postMessage({ changed: true })
    },
  }
}

const opening = openFigures()
// A rejection alone would not reach the page, which starts another worker after an error.
opening.catch(reportError)

scope.addEventListener('message', async ({ data }) => {
  const figures = await opening
  if (data === 'catalogue') await figures.reopen()
  // It rejects if it needs a script that isn't cached while offline. Reporting that starts another worker.
  else figures.answer(data).then((answer) => scope.postMessage({ id: data.id, answer }), reportError)
})
