import { openCatalogue } from '#client/catalogue/index.ts'
import { createReplog, indexedDbStore } from '#client/index.ts'
import { answersFor, type FigureLog } from './answers.ts'
import { isOver } from './is-over.ts'
import { keepAnswer, logIdentity } from './kept.ts'
import { type Asked, keyOf, type Told } from './questions.ts'

/** The part of the worker scope that is used; the DOM types don't include it. */
interface Scope {
  postMessage(told: Told): void
  addEventListener(type: 'message', listen: (event: MessageEvent<Asked | 'catalogue'>) => void): void
}

const scope = self as unknown as Scope

async function open() {
  // It follows the page's writes as another tab would, and never contacts the server.
  const log = await createReplog({
    baseUrl: location.origin,
    storage: indexedDbStore(),
    guest: true,
    auto: false,
  })
  const readExercises = async () => {
    const catalogue = await openCatalogue(log, { storage: indexedDbStore('replog-catalogue'), auto: false })
    const all = await catalogue.all()
    catalogue.close()
    return all
  }
  let exercises = await readExercises()
  let basis: Omit<FigureLog, 'now'> | undefined
  let answers: ReturnType<typeof answersFor> | undefined

  /** Starts over if anything that answers depend on has changed. */
  const answersNow = (unit: Asked['unit']) => {
    const now = Date.now()
    const next = {
      workouts: log.workouts.list(),
      measurements: log.measurements.list(),
      exercises,
      user: log.user,
      unit,
    }
    const isSame =
      basis && (Object.keys(next) as (keyof typeof next)[]).every((key) => next[key] === basis?.[key])
    if (!isSame || !answers) answers = answersFor({ ...next, now })
    basis = next
    return answers
  }
  /** The finished data that figures depend on; sets of a workout in progress don't invalidate them. */
  let finished: readonly unknown[] = []
  const hasChanged = () => {
    const now = Date.now()
    const next: unknown[] = log.workouts.list().filter((one) => isOver(one, now))
    next.push(log.measurements.list(), log.exercises.list(), log.user)
    const changed = next.length !== finished.length || next.some((one, index) => one !== finished[index])
    finished = next
    return changed
  }
  hasChanged()
  log.subscribe(async () => {
    if (!hasChanged()) return
    exercises = await readExercises()
    scope.postMessage({ changed: true })
  })
  return {
    answer: ({ name, about, unit }: Asked): unknown => {
      // A question's `about` matches its answer's parameter.
      const answerTo = answersNow(unit)[name] as (about: unknown) => unknown
      const answer = answerTo(about)
      const of = logIdentity(log.workouts.list(), log.user?.id, unit, Date.now())
      // Answers without the catalogue are replaced soon.
      if (name !== 'base' && exercises.size > 0 && of !== '')
        void keepAnswer(keyOf(name, about, unit), { of, answer })
      return answer
    },
    async reopen() {
      exercises = await readExercises()
      scope.postMessage({ changed: true })
    },
  }
}

const opening = open()

scope.addEventListener('message', async ({ data }) => {
  const figures = await opening
  if (data === 'catalogue') await figures.reopen()
  else scope.postMessage({ id: data.id, answer: figures.answer(data) })
})
