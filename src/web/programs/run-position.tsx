import { capitalized, countText } from '../words.ts'
import { type CurrentRun, stepText } from './runs.ts'

/** The position of a run in its program, among the program's weeks where they fit on a line. */
export function RunPosition({ current }: { current: CurrentRun }) {
  const { program, state } = current
  const { next } = state
  const weekIndex = program.weeks.findIndex(({ key }) => key === next?.week)
  const dayIndex = program.weeks[weekIndex]?.days.indexOf(next?.day ?? '') ?? 0
  const markOf = (week: number, day: number) => {
    if (!next) return 'past'
    if (week === weekIndex && day === dayIndex) return 'next'
    return week < weekIndex || (week === weekIndex && day < dayIndex) ? 'past' : undefined
  }
  return (
    <section class="card">
      <div class="flex between wrap">
        <div>
          <span class="label">You are here</span>
          <div class="t-l">{next ? capitalized(stepText(program, next)) : 'Finished'}</div>
        </div>
        <span class="badge ok">{countText(state.done, 'workout')} done</span>
      </div>
      {program.weeks.length > 1 && program.weeks.length <= 16 && (
        <div class="weeks" aria-hidden="true">
          {program.weeks.map(({ key, days }, index) => (
            <span class={index === weekIndex ? 'here' : ''} key={key}>
              {days.map((_, day) => (
                <i class={markOf(index, day)} />
              ))}
              <b>{index + 1}</b>
            </span>
          ))}
        </div>
      )}
    </section>
  )
}
