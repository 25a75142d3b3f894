import type { LocalWorkout } from '#client/index.ts'
import { isDone } from '../workout/model.ts'

/** The state of a set: planned, next, done, a record, or doubted. */
export type RailMark = '' | 'now' | 'd' | 'r' | 'q'

/** The set rail: a mark for each set, a gap between exercises. */
export function Rail({
  marks,
  label,
  quiet = false,
}: {
  marks: readonly (readonly RailMark[])[]
  label?: string
  quiet?: boolean
}) {
  const groups = marks
    .filter((group) => group.length > 0)
    .map((group) => (
      <span class={`n${Math.min(9, group.length)}`}>
        {group.map((mark) => (
          <i class={mark || undefined} />
        ))}
      </span>
    ))
  const kind = quiet ? 'rail thin quiet' : 'rail'
  if (label === undefined) return <div class={kind}>{groups}</div>
  return (
    <div class={kind} role="img" aria-label={label}>
      {groups}
    </div>
  )
}

/** The marks of a workout. */
export function marksOf(
  { exercises }: LocalWorkout,
  {
    next,
    records,
    doubted,
  }: { next?: string | undefined; records?: ReadonlySet<string>; doubted?: ReadonlySet<string> } = {},
): RailMark[][] {
  return exercises.map(({ sets }) =>
    sets.map((set) => {
      if (doubted?.has(set.id)) return 'q'
      if (records?.has(set.id)) return 'r'
      if (isDone(set)) return 'd'
      return set.id === next ? 'now' : ''
    }),
  )
}
