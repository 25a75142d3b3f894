import { useSignal } from '@preact/signals'
import { shorten } from '#lib/shorten.ts'
import { lineOf } from '#lib/visible.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { Reorder } from '../parts/reorder.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { toast } from '../parts/toast.tsx'
import { nameOf } from '../state/catalogue.ts'
import {
  addSlot,
  changeDay,
  changeDraft,
  type Day,
  type Draft,
  draft as editedDraft,
  exerciseOfSlot,
  freshKey,
  removeDay,
} from './draft.ts'
import { ExerciseSearch } from './exercise-search.tsx'
import { SlotSheet } from './slot-sheet.tsx'
import { slotText } from './text.ts'

type Open = 'search' | 'menu' | 'order' | undefined

/** A day of the program being edited. */
export function DayCard({ draft, day }: { draft: Draft; day: Day }) {
  const open = useSignal<Open>(undefined)
  const slotKey = useSignal<string | undefined>(undefined)
  const slot = day.slots.find(({ key }) => key === slotKey.value)
  const title = day.name ?? day.key
  const close = () => {
    open.value = undefined
  }
  return (
    <section class="card flush day-card" aria-label={title}>
      <div class="day-head">
        <label class="field">
          <span class="sr">Name of the day</span>
          <input
            value={day.name ?? ''}
            maxLength={100}
            placeholder="Name of the day"
            onInput={({ currentTarget }) => {
              const name = currentTarget.value
              changeDraft(
                changeDay(day.key, ({ name: _, ...others }) =>
                  lineOf(name) === '' ? others : { ...others, name },
                ),
              )
            }}
          />
        </label>
        <button
          type="button"
          class="ib"
          aria-label={`More for ${title}`}
          aria-haspopup="dialog"
          onClick={() => (open.value = 'menu')}
        >
          <Icon name="ellipsis" />
        </button>
      </div>
      <div class="rows tall">
        {day.slots.map((listed) => {
          const exerciseId = exerciseOfSlot(draft, listed)
          return (
            <button type="button" key={listed.key} onClick={() => (slotKey.value = listed.key)}>
              <span class="main">
                <b>{exerciseId === undefined ? listed.key : nameOf(exerciseId)}</b>
                <small class="num">{slotText(draft, listed)}</small>
              </span>
              <Icon name="chevron-right" />
            </button>
          )
        })}
        <button type="button" onClick={() => (open.value = 'search')}>
          <span class="lead">
            <Icon name="plus" />
          </span>
          <span class="main">
            <b>Add an exercise</b>
            <small>to {title}</small>
          </span>
        </button>
      </div>
      {slot && (
        <SlotSheet draft={draft} dayKey={day.key} slot={slot} onClose={() => (slotKey.value = undefined)} />
      )}
      {open.value === 'search' && (
        <ExerciseSearch
          title={`Add to ${title}`}
          onClose={close}
          onChoose={(exerciseId) => {
            changeDraft(addSlot(day.key, exerciseId))
            close()
          }}
        />
      )}
      {open.value === 'order' && (
        <Sheet label="Order of the exercises" title="Order" onClose={close}>
          <Reorder
            ids={day.slots.map(({ key }) => key)}
            nameOf={(key) => {
              const listed = day.slots.find((candidate) => candidate.key === key)
              const exerciseId = listed && exerciseOfSlot(draft, listed)
              return exerciseId === undefined ? key : nameOf(exerciseId)
            }}
            onOrder={(order) =>
              changeDraft(
                changeDay(day.key, (current) => ({
                  ...current,
                  slots: order.flatMap((key) => current.slots.find((other) => other.key === key) ?? []),
                })),
              )
            }
          />
          <button type="button" class="btn go full" onClick={close}>
            Done
          </button>
        </Sheet>
      )}
      {open.value === 'menu' && (
        <DayMenu draft={draft} day={day} onClose={close} onOrder={() => (open.value = 'order')} />
      )}
    </section>
  )
}

function DayMenu({
  draft,
  day,
  onClose,
  onOrder,
}: {
  draft: Draft
  day: Day
  onClose: () => void
  onOrder: () => void
}) {
  const title = day.name ?? day.key
  const copy = () => {
    const key = freshKey('day', draft.days)
    changeDraft((program) => ({
      ...program,
      days: [...program.days, { ...day, key, name: shorten(`${title} 2`, 100) }],
      weeks: program.weeks.map((week) => ({ ...week, days: [...week.days, key] })),
    }))
    onClose()
  }
  const remove = () => {
    const draftBefore = editedDraft.value
    changeDraft(removeDay(day.key))
    onClose()
    toast(`${title} deleted`, () => draftBefore && changeDraft(() => draftBefore))
  }
  return (
    <Sheet label={`More for ${title}`} title={title} onClose={onClose}>
      <Menu
        actions={[
          ...(day.slots.length > 1
            ? [{ icon: 'list-ordered' as const, name: 'Reorder the exercises', run: onOrder }]
            : []),
          { icon: 'copy', name: 'Copy this day', run: copy },
          ...(draft.days.length > 1
            ? [{ icon: 'trash-2' as const, name: 'Delete this day', isDanger: true, run: remove }]
            : []),
        ]}
      />
    </Sheet>
  )
}
