import { Icon } from '../parts/icon.tsx'
import { Reorder } from '../parts/reorder.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { toast } from '../parts/toast.tsx'
import { Switch } from '../you/switch.tsx'
import { changeDraft, changeWeek, type Draft, draft as editedDraft, removeWeek, type Week } from './draft.ts'

const maxDays = 14

/** Edits a week: its days in order, and whether it is a deload. */
export function WeekSheet({ draft, week, onClose }: { draft: Draft; week: Week; onClose: () => void }) {
  const changeThis = (edit: (week: Week) => Week) => changeDraft(changeWeek(week.key, edit))
  const names = new Map(draft.days.map(({ key, name }) => [key, name ?? key]))
  const title = week.name ?? `Week ${draft.weeks.findIndex(({ key }) => key === week.key) + 1}`
  // A day may occur in a week twice, so each occurrence has its own id.
  const ids = week.days.map((day, index) => `${index} ${day}`)
  const dayOf = (id: string) => id.slice(id.indexOf(' ') + 1)
  const remove = () => {
    const draftBefore = editedDraft.value
    changeDraft(removeWeek(week.key))
    onClose()
    toast(`${title} deleted`, () => draftBefore && changeDraft(() => draftBefore))
  }
  return (
    <Sheet title={title} text="Days in order, done whenever you can." onClose={onClose}>
      <Reorder
        ids={ids}
        nameOf={(id) => names.get(dayOf(id)) ?? ''}
        onOrder={(order) => changeThis((edited) => ({ ...edited, days: order.map(dayOf) }))}
        onRemove={
          week.days.length > 1
            ? (id) =>
                changeThis((current) => ({
                  ...current,
                  days: current.days.toSpliced(ids.indexOf(id), 1),
                }))
            : undefined
        }
      />
      {week.days.length < maxDays && (
        <fieldset class="choices">
          <legend class="label">Add a day</legend>
          {draft.days.map(({ key, name }) => (
            <button
              type="button"
              class="chip line"
              key={key}
              onClick={() => changeThis((current) => ({ ...current, days: [...current.days, key] }))}
            >
              <Icon name="plus" size="s" />
              {name ?? key}
            </button>
          ))}
        </fieldset>
      )}
      <div class="card flush rows">
        <div>
          <span class="main">
            <b id="deload">Deload week</b>
            <small>Its workouts are light on purpose</small>
          </span>
          <Switch
            labelledBy="deload"
            isOn={week.deload ?? false}
            onChange={(isOn) =>
              changeThis(({ deload, ...others }) => (isOn ? { ...others, deload: true } : others))
            }
          />
        </div>
      </div>
      <div class="flex">
        {draft.weeks.length > 1 && (
          <button type="button" class="btn danger grow" onClick={remove}>
            <Icon name="trash-2" />
            Delete
          </button>
        )}
        <button type="button" class="btn go grow" onClick={onClose}>
          Done
        </button>
      </div>
    </Sheet>
  )
}
