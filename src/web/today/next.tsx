import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { Rail } from '../parts/rail.tsx'
import { hrefTo } from '../route.ts'
import { loadCatalogue, nameOf } from '../state/catalogue.ts'
import { workouts } from '../state/log.ts'
import { aboutText, dayText } from '../words.ts'
import { planAgain } from '../workout/plan-again.ts'
import { repeat, startEmpty } from '../workout/start.ts'
import { planText } from '../workout/target.ts'
import { useActiveRun } from './active-run.ts'
import {
  maxPlanRows,
  type NextUp,
  placeholder,
  type StartableNextUp,
  storedNextUp,
  storeNextUp,
} from './next-up.ts'
import { PlanRows } from './plan-rows.tsx'

/** How many recent workouts the rotation is read from. */
const maxLookback = 12

/**
 * The next workout without a program: among recent workouts, the one done longest ago, where workouts with the same
 * name count as one.
 */
function nextByRotation(): StartableNextUp | undefined {
  const byName = new Map<string, LocalWorkout>()
  for (const workout of workouts.value.slice(0, maxLookback)) {
    const { name = '', endedAt, exercises } = workout
    if (endedAt === undefined || exercises.length === 0 || byName.has(name)) continue
    byName.set(name, workout)
  }
  const workout = [...byName.values()].at(-1)
  if (!workout) return undefined
  const exercises = planAgain(workout)
  const more = exercises.length - maxPlanRows
  const { startedAt, endedAt } = workout
  return {
    label: `last done ${dayText(startedAt)}`,
    name: workout.name ?? 'Workout',
    seconds: endedAt === undefined ? undefined : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000,
    sets: exercises.map(({ sets }) => sets.length),
    rows: exercises.slice(0, maxPlanRows).map((exercise) => ({
      sets: exercise.sets.filter(({ type }) => type !== 'warmup').length,
      name: nameOf(exercise.exerciseId),
      text: planText(exercise),
    })),
    href: hrefTo('history', workout.id),
    linkText: more > 0 ? `and ${more} more` : undefined,
    start: () => repeat(workout),
  }
}

/** The next workout: a step of the active program, or the recent workout done longest ago. */
export function Next() {
  const { runId, group } = useActiveRun()
  const next = group?.nextUp()
  const isAwaited = useSignal(false)
  // After another workout, perhaps from another device, something else is next.
  const after = `${runId} ${workouts.value[0]?.id}`
  useEffect(() => {
    if (runId === undefined || !next) return
    storeNextUp(after, next)
    if (isAwaited.value) void next.start()
    isAwaited.value = false
  })
  if (next) return <NextUpCard next={next} start={next.start} />
  if (runId !== undefined && !group) {
    const stored = storedNextUp(after)
    // A tap before the workout can start is remembered: it starts as soon as it can.
    const wait = () => {
      isAwaited.value = true
    }
    return stored ? <NextUpCard next={stored} start={wait} /> : <NextUpPlaceholder start={wait} />
  }
  const rotated = nextByRotation()
  if (rotated) return <NextUpCard next={rotated} start={rotated.start} />
  return (
    <section class="card resume">
      <h2 class="h2l">Ready when you are</h2>
      <button type="button" class="btn go full" onClick={() => void startEmpty()}>
        <Icon name="plus" />
        Start a workout
      </button>
    </section>
  )
}

/** Shown until the next workout is known, which needs the exercises. */
function NextUpPlaceholder({ start }: { start: () => unknown }) {
  useEffect(() => void loadCatalogue().catch(() => {}), [])
  return (
    <div class="wait" aria-busy="true">
      <NextUpCard next={placeholder(maxPlanRows)} start={start} />
    </div>
  )
}

/** A workout to start. */
function NextUpCard({ next, start }: { next: NextUp; start: () => unknown }) {
  return (
    <section class="card resume">
      <div class="flex between">
        <div>
          <span class="label">Next · {next.label}</span>
          <h2 class="h2l">{next.name}</h2>
        </div>
        {next.seconds !== undefined && <span class="badge">{aboutText(next.seconds)}</span>}
      </div>
      <Rail marks={next.sets.map((count) => Array.from({ length: count }, () => '' as const))} />
      <PlanRows next={next} />
      {next.linkText !== undefined && (
        <a class="link more" href={next.href}>
          {next.linkText}
          <Icon name="chevron-right" size="s" />
        </a>
      )}
      <button type="button" class="btn go full" onClick={() => void start()}>
        <Icon name="play" solid />
        Start {next.name}
      </button>
    </section>
  )
}
