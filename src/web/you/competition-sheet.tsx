import { Sheet } from '../parts/sheet.tsx'
import { setProfile } from '../state/profile.ts'
import { settings } from '../state/settings.ts'

/** Sets or removes the day of the next competition. */
export function CompetitionSheet({ onClose }: { onClose: () => void }) {
  const { competitionDay } = settings.value
  const save = (day: string | undefined) => {
    setProfile({ competitionDay: day })
    onClose()
  }
  return (
    <Sheet
      title="Competition"
      text="In the three weeks before it, suggestions have one heavy lift a day; in the last week, half the sets."
      onClose={onClose}
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          save(String(new FormData(event.currentTarget).get('day')))
        }}
      >
        <label class="fieldset">
          <span class="label">Day</span>
          <span class="field">
            <input type="date" name="day" required max="2100-12-31" defaultValue={competitionDay} />
          </span>
        </label>
        <button type="submit" class="btn go full">
          Save
        </button>
        {competitionDay !== undefined && (
          <button type="button" class="btn bare full" onClick={() => save(undefined)}>
            No competition
          </button>
        )}
      </form>
    </Sheet>
  )
}
