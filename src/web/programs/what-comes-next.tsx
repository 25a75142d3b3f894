import { useMemo } from 'preact/hooks'
import { dayMs } from '#training/day-ms.ts'
import type { ProgramStep, ReadySlot } from '#training/programs/index.ts'
import { Section } from '../parts/section.tsx'
import { nameOf } from '../state/catalogue.ts'
import { changes } from '../state/log.ts'
import { numberText } from '../words.ts'
import { gramsInUnit } from '../workout/figures.ts'
import { type CurrentRun, runAfter, slotsOf } from './runs.ts'

/** The heaviest weight of a slot, in grams. */
const heaviestOf = ({ sets }: ReadySlot): number =>
  Math.max(...sets.map(({ weightGrams = 0 }) => weightGrams))

/** The weights of the next step: now, and next time if all of its sets are made or missed. */
function weightsAfter(current: CurrentRun, step: ProgramStep) {
  const weights = [true, false].map((isMade) => {
    const slots = slotsOf(runAfter(current, step, isMade), step, Date.now() + dayMs)
    return new Map(slots.map((slot) => [slot.slot.key, heaviestOf(slot)]))
  })
  return slotsOf(current, step).flatMap((slot) => {
    const now = heaviestOf(slot)
    const [made = now, missed = now] = weights.map((byKey) => byKey.get(slot.slot.key))
    return now > 0 && (made !== now || missed !== now)
      ? [{ key: slot.slot.key, exerciseId: slot.exerciseId, figures: [now, made, missed] }]
      : []
  })
}

/** How the weights of the next step change once it is done. */
export function WhatComesNext({ current, step }: { current: CurrentRun; step: ProgramStep }) {
  const rows = useMemo(
    () => weightsAfter(current, step),
    [changes.value, current.run.id, step.week, step.day, step.cycle],
  )
  if (rows.length === 0) return null
  return (
    <Section title="What comes next">
      <div class="card">
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">Lift</th>
              <th scope="col">Now</th>
              <th scope="col">If made</th>
              <th scope="col">If missed</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, exerciseId, figures }) => (
              <tr key={key}>
                <th scope="row">{nameOf(exerciseId)}</th>
                {figures.map((grams) => (
                  <td class="num">{numberText(gramsInUnit(grams))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
