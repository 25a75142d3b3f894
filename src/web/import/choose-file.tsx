import { Icon } from '../parts/icon.tsx'
import { requestInProgress, uploadFile } from './state.ts'

/** Asks for the file to import. */
export function ChooseFile() {
  return (
    <>
      <section class="card">
        <p>
          Export your log from Strong, Hevy or FitNotes and choose the file here. You’ll see what is in it
          before anything is saved, and you can undo the import.
        </p>
      </section>
      <label class="btn go full">
        <Icon name="file-up" />
        {requestInProgress.value === 'reading' ? 'Reading the file…' : 'Choose a file'}
        <input
          class="sr"
          type="file"
          accept=".csv,.json,.txt,.fitnotes,text/csv,application/json"
          disabled={requestInProgress.value !== undefined}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) void uploadFile(file)
          }}
        />
      </label>
    </>
  )
}
