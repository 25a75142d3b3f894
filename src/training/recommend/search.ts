import { initialFatigue } from '../fatigue/recovery.ts'
import type { Muscle } from '../types.ts'
import { balance } from './balance.ts'
import { backMuscles, worthOf } from './need.ts'
import { type Choice, placed, planSeconds, type Share, sharesOf } from './plan.ts'
import { reasonsFor } from './reasons.ts'
import { recommendationRules } from './rules.ts'
import type { Entry, Search } from './search-state.ts'
import type { Omission } from './types.ts'

/** How much more a requested muscle counts, and how much less a secondary one. */
const factors = { asked: 1.5, secondary: 0.5 } as const

/**
 * The value of the sets now: by need, reduced for muscles that are still recovering and for secondary muscles, so that
 * an exercise is chosen for its primary ones.
 */
function worth(search: Search, { shares, isDue }: Pick<Entry, 'shares' | 'isDue'>): number {
  const { request, needs, fatigue } = search
  const hasRoom = shares.some(({ muscle, primary }) => {
    const need = primary ? needs.get(muscle) : undefined
    return need && (need.asked || need.done + plannedSets(search, muscle) < need.most)
  })
  const inWeek = isDue ? worthOfRhythm(search, shares) : 0
  if (!hasRoom) return inWeek
  let sum = 0
  let back = 0
  for (const { muscle, sets, primary } of shares) {
    const need = needs.get(muscle)
    if (!need) continue
    const before = plannedSets(search, muscle)
    const value = worthOf(need, before, sets) * useful(before + sets)
    const asked = primary && request.focus?.includes(muscle) ? factors.asked : 1
    const ready = ((fatigue.get(muscle)?.readiness ?? 100) / 100) ** 2
    const worth = value > 0 ? value * ready * asked * (primary ? 1 : factors.secondary) : value
    if (primary && backMuscles.has(muscle)) back = back === 0 ? worth : Math.max(back, worth)
    else sum += worth
  }
  return Math.max(sum + back, inWeek)
}

/** The value of a set of a lift that is due in the lifter's own week, even if its muscles have enough already. */
const rhythmWorth = 0.6

/** The value of all its sets, whose muscles rest as long as in any of the lifter's weeks. */
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
  const sets = (of: Muscle) => planned.get(of)?.sets ?? 0
  return backMuscles.has(muscle) ? Math.max(...[...backMuscles].map(sets)) : sets(muscle)
}

/** The share of their value that sets keep beyond the useful number per session. */
const useful = (sets: number): number =>
  Math.min(1, (recommendationRules.usefulSetsOfMuscle / Math.max(1, sets)) ** 2)

/** The muscle that the sets would push over a fatigue of 100. */
function overloaded(search: Search, shares: readonly Share[]): Muscle | undefined {
  return shares.find(({ muscle, stimulus }) => {
    const planned = search.planned.get(muscle)?.stimulus ?? 0
    const before = search.fatigue.get(muscle)?.fatigue ?? 0
    return before + initialFatigue(planned + stimulus) > 100
  })?.muscle
}

/** The exercise with as many of its sets as the time and muscles allow, or why it doesn't fit. */
function fitted(search: Search, entry: Entry): Choice | 'time' | 'would_overload' {
  const { candidate, dose, restSeconds } = entry
  const { mostMinutes, briefMinutes } = recommendationRules
  const seconds = Math.min(search.request.minutes, mostMinutes) * 60
  // In a short workout, two sets each of three movements beat three sets each of two.
  const most = search.request.minutes <= briefMinutes ? dose.fewest : dose.sets.length
  let obstacle: 'time' | 'would_overload' = 'time'
  for (let count = most; count >= dose.fewest; count--) {
    const sets = dose.sets.slice(0, count)
    const choice = { candidate, dose, sets, restSeconds, reasons: reasonsFor(search, entry) }
    const fits = planSeconds(placed([...search.choices, choice], search.request.focus ?? [])) <= seconds
    if (overloaded(search, sharesOf(candidate, sets))) obstacle = 'would_overload'
    else if (fits) return choice
    else obstacle = 'time'
  }
  return obstacle
}

function take(search: Search, choice: Choice): void {
  search.choices.push(choice)
  for (const { muscle, sets, stimulus } of sharesOf(choice.candidate, choice.sets)) {
    const planned = search.planned.get(muscle) ?? { sets: 0, stimulus: 0 }
    search.planned.set(muscle, { sets: planned.sets + sets, stimulus: planned.stimulus + stimulus })
  }
}

/** Chooses exercises one by one, each time the best at that point; those that don't fit aren't tried again. */
export function fill(search: Search, entries: readonly Entry[]): Map<string, Omission> {
  const omitted = new Map<string, Omission>()
  let open = entries
  while (search.choices.length < recommendationRules.mostExercises && open.length > 0) {
    const left = open.map(({ candidate }) => candidate)
    const ranked = open
      .map((entry) => {
        const seconds = entry.dose.sets.length * (entry.restSeconds + 40) + 90
        const value = worth(search, entry) * entry.preference * balance(search, entry.candidate, left)
        return { entry, value: value / Math.sqrt(seconds) }
      })
      .filter(({ value }) => value > 1e-9)
      .sort((a, b) => b.value - a.value || (a.entry.candidate.id < b.entry.candidate.id ? -1 : 1))
    let taken: Entry | undefined
    for (const { entry } of ranked) {
      const choice = fitted(search, entry)
      if (typeof choice !== 'string') {
        take(search, choice)
        taken = entry
        break
      }
      const { id, name } = entry.candidate
      const text =
        choice === 'time'
          ? `${name}: there is no time left for it.`
          : `${name} would overload a muscle today.`
      omitted.set(id, { code: choice, exerciseId: id, text })
    }
    if (!taken) break
    open = open.filter((entry) => entry !== taken && !omitted.has(entry.candidate.id))
  }
  return omitted
}
