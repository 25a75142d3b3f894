import { initialFatigue } from '../fatigue/recovery.ts'
import type { Muscle } from '../types.ts'
import { balance } from './balance.ts'
import { isOwn, sharesPrimary } from './candidates.ts'
import { fewerSets } from './fewer-sets.ts'
import { backMuscles, worthOf } from './need.ts'
import { hasEnoughNew } from './new-exercises.ts'
import { type Choice, placeChoices, planSeconds, type Share, sharesOf } from './plan.ts'
import { reasonsFor } from './reasons.ts'
import { recommendationRules } from './rules.ts'
import type { Entry, Search } from './search-state.ts'
import { mainStaples } from './staples.ts'
import type { Omission } from './types.ts'

/** The factors of a requested muscle, and of a secondary one. */
const factors = { requested: 1.5, secondary: 0.5 } as const

/**
 * The value of the sets now: by need, reduced for muscles that are still recovering and for secondary muscles, so that
 * an exercise is chosen for its primary ones.
 */
function worth(search: Search, { shares, isDue }: Pick<Entry, 'shares' | 'isDue'>): number {
  const { request, needs, fatigue } = search
  const hasRoom = shares.some(({ muscle, primary }) => {
    const need = primary ? needs.get(muscle) : undefined
    return need && (need.isRequested || need.done + plannedSets(search, muscle) < need.max)
  })
  const dueWorth = isDue ? worthOfRhythm(search, shares) : 0
  if (!hasRoom) return dueWorth
  let sum = 0
  let backWorth = 0
  for (const { muscle, sets, primary } of shares) {
    const need = needs.get(muscle)
    if (!need) continue
    const planned = plannedSets(search, muscle)
    const value = worthOf(need, planned, sets) * usefulShare(planned + sets)
    const requestedFactor = primary && request.focus?.includes(muscle) ? factors.requested : 1
    const readinessFactor = ((fatigue.get(muscle)?.readiness ?? 100) / 100) ** 2
    const muscleWorth =
      value > 0 ? value * readinessFactor * requestedFactor * (primary ? 1 : factors.secondary) : value
    if (primary && backMuscles.has(muscle))
      backWorth = backWorth === 0 ? muscleWorth : Math.max(backWorth, muscleWorth)
    else sum += muscleWorth
  }
  return Math.max(sum + backWorth, dueWorth)
}

/** The value of a set of a lift that is due in the lifter's usual week, even if its muscles have enough already. */
const rhythmWorth = 0.6

/** The value of all sets of a lift that is due, whose muscles have rested as long as the lifter usually lets them. */
function worthOfRhythm(search: Search, shares: readonly Share[]): number {
  const primary = shares.filter((share) => share.primary)
  const { usefulSetsOfMuscle } = recommendationRules
  const isEnough = primary.some(({ muscle, sets }) => plannedSets(search, muscle) + sets > usefulSetsOfMuscle)
  if (isEnough || primary.length === 0) return 0
  const readiness = Math.min(...primary.map(({ muscle }) => search.fatigue.get(muscle)?.readiness ?? 100))
  return rhythmWorth * Math.max(...primary.map(({ sets }) => sets)) * (readiness / 100) ** 2
}

/** Sets that the workout already has for a muscle; for the back muscles, the larger of the two. */
function plannedSets({ planned }: Search, muscle: Muscle): number {
  const setsOf = (trained: Muscle) => planned.get(trained)?.sets ?? 0
  return backMuscles.has(muscle) ? Math.max(...[...backMuscles].map(setsOf)) : setsOf(muscle)
}

/** The share of their value that sets still have beyond the useful number per workout. */
const usefulShare = (sets: number): number =>
  Math.min(1, (recommendationRules.usefulSetsOfMuscle / Math.max(1, sets)) ** 2)

/** The muscle that the sets would push over a fatigue of 100. */
function overloadedMuscle(search: Search, shares: readonly Share[]): Muscle | undefined {
  return shares.find(({ muscle, stimulus }) => {
    const planned = search.planned.get(muscle)?.stimulus ?? 0
    const fatigueBefore = search.fatigue.get(muscle)?.fatigue ?? 0
    return fatigueBefore + initialFatigue(planned + stimulus) > 100
  })?.muscle
}

/** The exercise with as many of its sets as the time and muscles allow, or why it doesn't fit. */
function fitChoice(search: Search, entry: Entry): Choice | 'time' | 'would_overload' {
  const { candidate, dose, restSeconds } = entry
  const { maxMinutes, maxBriefMinutes } = recommendationRules
  const seconds = Math.min(search.request.minutes, maxMinutes) * 60
  // In a short workout, two sets each of three movements beat three sets each of two.
  const maxSets = search.request.minutes <= maxBriefMinutes ? dose.minSets : dose.sets.length
  let obstacle: 'time' | 'would_overload' = 'time'
  for (let count = maxSets; count >= dose.minSets; count--) {
    const sets = fewerSets(dose.sets, count)
    const choice = { candidate, dose, sets, restSeconds, reasons: reasonsFor(search, entry) }
    const fits = planSeconds(placeChoices([...search.choices, choice], search.request.focus ?? [])) <= seconds
    if (overloadedMuscle(search, sharesOf(candidate, sets))) obstacle = 'would_overload'
    else if (fits) return choice
    else obstacle = 'time'
  }
  return obstacle
}

function addChoice(search: Search, choice: Choice): void {
  search.choices.push(choice)
  for (const { muscle, sets, stimulus } of sharesOf(choice.candidate, choice.sets)) {
    const planned = search.planned.get(muscle) ?? { sets: 0, stimulus: 0 }
    search.planned.set(muscle, { sets: planned.sets + sets, stimulus: planned.stimulus + stimulus })
  }
}

/** All heavy lifts but today's, which is the one done longest ago, of the main lifts if there are any. */
function otherHeavyLifts({ state }: Search, entries: readonly Entry[]): Map<string, Omission> {
  const mainRank = ({ candidate: { id } }: Entry) => Number(mainStaples.has(id))
  const hoursAgo = ({ candidate: { id } }: Entry) => state.familiar.get(id)?.hoursAgo ?? 0
  const [, ...others] = entries
    .filter(({ isHeavy }) => isHeavy)
    .sort(
      (a, b) =>
        mainRank(b) - mainRank(a) || hoursAgo(b) - hoursAgo(a) || (a.candidate.id < b.candidate.id ? -1 : 1),
    )
  return new Map(
    others.map(({ candidate: { id, name } }) => {
      const text = `${name}: one heavy lift a day is enough while you are peaking.`
      return [id, { code: 'peaking', exerciseId: id, text }]
    }),
  )
}

/** Whether an exercise of the person's own that is due comes before a new one for the same muscle. */
function isBefore({ candidate: own, preference }: Entry, { candidate }: Entry, { state }: Search): boolean {
  return (
    preference >= 1 && isOwn(own.id, state) && !isOwn(candidate.id, state) && sharesPrimary(own, candidate)
  )
}

/** Chooses exercises one by one, each time the best at that point; those that don't fit aren't tried again. */
export function fillWorkout(search: Search, entries: readonly Entry[]): Map<string, Omission> {
  const omitted = search.oneHeavy ? otherHeavyLifts(search, entries) : new Map<string, Omission>()
  let openEntries = entries.filter(({ candidate }) => !omitted.has(candidate.id))
  while (search.choices.length < recommendationRules.maxExercises && openEntries.length > 0) {
    const remaining = openEntries.map(({ candidate }) => candidate)
    const ranked = openEntries
      .map((entry) => {
        const seconds = entry.dose.sets.length * (entry.restSeconds + 40) + 90
        const value = worth(search, entry) * entry.preference * balance(search, entry.candidate, remaining)
        return { entry, value: value / Math.sqrt(seconds) }
      })
      .filter(({ value }) => value > 1e-9)
      .sort((a, b) => b.value - a.value || (a.entry.candidate.id < b.entry.candidate.id ? -1 : 1))
    let chosen: Entry | undefined
    const omittedBefore = omitted.size
    for (const { entry } of ranked) {
      if (
        ranked.some((other) => isBefore(other.entry, entry, search) && !omitted.has(other.entry.candidate.id))
      )
        continue
      const choice = fitChoice(search, entry)
      if (typeof choice !== 'string') {
        addChoice(search, choice)
        chosen = entry
        break
      }
      const { id, name } = entry.candidate
      const text =
        choice === 'time'
          ? `${name}: there is no time left for it.`
          : `${name} would overload a muscle today.`
      omitted.set(id, { code: choice, exerciseId: id, text })
    }
    if (!chosen && omitted.size === omittedBefore) break
    const onlyOwn = hasEnoughNew(search)
    openEntries = openEntries.filter(
      (entry) =>
        entry !== chosen &&
        !omitted.has(entry.candidate.id) &&
        (!onlyOwn || isOwn(entry.candidate.id, search.state)),
    )
  }
  return omitted
}
