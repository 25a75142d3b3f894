import type { LocalWorkout } from '#client/index.ts'
import { isDone } from '../workout/model.ts'

/** The ids of some sets. */
type SetIds = Pick<ReadonlySet<string>, 'has'>

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
      <span>
        {group.map((mark) => (
          <i class={mark || undefined} />
        ))}
      </span>
    ))
  const image = label !== undefined && ({ role: 'img', 'aria-label': label } as const)
  return (
    // Only the marks shrink: gaps between many of them would make the rail wider than a phone.
    <div
      class={quiet ? 'rail thin quiet' : 'rail'}
      style={marks.flat().length > 60 ? 'gap:0' : ''}
      {...image}
    >
      {groups}
    </div>
  )
}

/** The marks of a workout. */
export function marksOf(
  { exercises }: Pick<LocalWorkout, 'exercises'>,
  { next, records, doubted }: { next?: string | undefined; records?: SetIds; doubted?: SetIds } = {},
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
