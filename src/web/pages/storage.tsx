import { useEffect } from 'preact/hooks'
import { PageHead } from '../parts/page-head.tsx'
import { Stat } from '../parts/stat.tsx'
import { toast } from '../parts/toast.tsx'
import { retryEdits } from '../state/edits.ts'
import { isGuest, status, workouts } from '../state/log.ts'
import { storeError } from '../state/pending.ts'
import { settings } from '../state/settings.ts'
import { countText, tenthsText, wholeText } from '../words.ts'
import { exportDevice } from '../you/export.ts'
import { refreshStorageReport, requestPersistence, storageReport } from '../you/storage.ts'

/** The storage on this device, and what to do if it is full. */
export function Storage() {
  useEffect(() => void refreshStorageReport(), [])
  const { usage, isPersistent } = storageReport.value
  const { storage } = status.value
  const wasAsked = settings.value.askedToKeep
  const isBad = storeError.value !== undefined || storage === 'full' || storage === 'lost'
  return (
    <main class="page">
      <PageHead title="Storage" up="you" />
      {isBad && (
        <section class="card needs" role="alert">
          <h2>{storage === 'lost' ? 'This browser lost its storage' : 'This device is full'}</h2>
          <p class="small">
            {storage === 'lost'
              ? 'Your data is still in this page. Don’t close it; free up space on the device, or go online to sync.'
              : 'Your last change is on the screen but isn’t saved. Free up space on the device, then try again.'}
          </p>
          <div class="flex">
            <button type="button" class="btn grow" onClick={retryEdits}>
              Try again
            </button>
            <button type="button" class="btn bare grow" onClick={exportDevice}>
              Export
            </button>
          </div>
        </section>
      )}
      <section class="card">
        <div class="stats">
          <Stat name="Workouts" value={wholeText(workouts.value.length)} />
          <Stat name="MB used" value={usage === undefined ? '–' : tenthsText(usage / 1_000_000)} />
        </div>
        <p class="small soft">
          {isPersistent
            ? 'This browser won’t clear this data to free up space.'
            : `This browser may clear this data to free up space, or if you don’t visit for a while.${wasAsked ? ' It was asked to keep it but has declined so far.' : ''}`}{' '}
          {isGuest.value
            ? workouts.value.length > 0 &&
              `Only this device has your ${countText(workouts.value.length, 'workout')}.`
            : 'Everything that was synced is on the server, too.'}
        </p>
        {!isPersistent && (
          <button
            type="button"
            class="btn full"
            onClick={async () => {
              if (!(await requestPersistence()))
                toast('The browser declined. Adding the app to your home screen helps.')
            }}
          >
            {wasAsked ? 'Ask again' : 'Ask the browser to keep it'}
          </button>
        )}
      </section>
    </main>
  )
}
