import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { toast } from '../parts/toast.tsx'
import { back } from '../route.ts'
import { retry, unstored } from '../state/edits.ts'
import { isGuest, log, status, workouts } from '../state/log.ts'
import { count, tenths } from '../words.ts'
import { saveFile } from '../you/save-file.ts'

const problems = {
  full: 'This device has no room for more. What you log is shown, and stored as soon as there is room.',
  lost: 'The browser has cleared its storage. Everything is still in this page: keep it open, and export it.',
  corrupt: 'Something stored could not be read. It is kept, and the rest is used.',
} as const

/** What this device keeps, and a copy of it. */
export function StoragePage() {
  const used = useSignal<number | undefined>(undefined)
  const isKept = useSignal<boolean | undefined>(undefined)
  useEffect(() => {
    void navigator.storage?.estimate().then(({ usage }) => {
      used.value = usage
    })
    void navigator.storage?.persisted().then((kept) => {
      isKept.value = kept
    })
  }, [])
  const { storage } = status.value
  const problem = storage ? problems[storage] : unstored.value === undefined ? undefined : problems.full
  const exportAll = () => {
    const content = {
      exportedAt: new Date().toISOString(),
      workouts: log().workouts.list(),
      exercises: log().exercises.list(),
      measurements: log().measurements.list(),
      programs: log().programs.list(),
      runs: log().runs.list(),
    }
    saveFile(
      `replog-${content.exportedAt.slice(0, 10)}.json`,
      JSON.stringify(content, null, 1),
      'application/json',
    )
  }
  const exportFromServer = async (format: 'csv' | 'json') => {
    try {
      const { data } =
        format === 'json'
          ? await log().client.GET('/api/users/me/export', { parseAs: 'text' })
          : await log().client.GET('/api/exports/workouts', {
              params: { query: { format: 'fitnotes' } },
              parseAs: 'text',
            })
      if (data === undefined) throw new Error('refused')
      saveFile(
        format === 'json' ? 'replog-account.json' : 'replog-workouts.csv',
        String(data),
        format === 'json' ? 'application/json' : 'text/csv',
      )
    } catch {
      toast('This export is made by the server. Try again when you are online.')
    }
  }
  const persist = async () => {
    isKept.value = await navigator.storage.persist()
    if (!isKept.value) toast('The browser did not agree. Install the app, then it usually does.')
  }
  return (
    <main class="page">
      <header class="top">
        <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back('you')}>
          <Icon name="chevron-left" size="l" />
        </button>
        <div class="grow">
          <h1 class="h1s" tabIndex={-1}>
            Storage and export
          </h1>
        </div>
      </header>
      {problem && (
        <div class="alert" role="alert">
          <Icon name="triangle-alert" />
          <div class="grow">
            <p>{problem}</p>
            <button type="button" class="btn" onClick={retry}>
              Try again
            </button>
          </div>
        </div>
      )}
      <section class="card">
        <div class="stats">
          <div class="stat">
            <strong>{workouts.value.length}</strong>
            <span class="label">Workouts here</span>
          </div>
          <div class="stat">
            <strong>
              {used.value === undefined ? '–' : tenths(used.value / 1_000_000)}
              <span class="unit">MB</span>
            </strong>
            <span class="label">Used</span>
          </div>
          <div class="stat">
            <strong>{isKept.value ? 'Yes' : 'No'}</strong>
            <span class="label">Kept for good</span>
          </div>
        </div>
        {isKept.value === false && (
          <>
            <p class="small soft">
              A browser that runs out of room may clear this.{' '}
              {isGuest.value
                ? 'Install the app or create an account to be safe.'
                : 'Your account has it all.'}
            </p>
            <button type="button" class="btn" onClick={() => void persist()}>
              <Icon name="hard-drive" />
              Ask the browser to keep it
            </button>
          </>
        )}
      </section>
      <section class="section">
        <header>
          <h2>Export</h2>
        </header>
        <div class="card flush rows">
          <button type="button" onClick={exportAll}>
            <span class="ico">
              <Icon name="file-down" />
            </span>
            <span class="main">
              <b>What this device has</b>
              <small>{count(workouts.value.length, 'workout')}, as JSON, also offline</small>
            </span>
          </button>
          {!isGuest.value && (
            <>
              <button type="button" onClick={() => void exportFromServer('json')}>
                <span class="ico">
                  <Icon name="file-down" />
                </span>
                <span class="main">
                  <b>The whole account</b>
                  <small>JSON that can be imported again</small>
                </span>
              </button>
              <button type="button" onClick={() => void exportFromServer('csv')}>
                <span class="ico">
                  <Icon name="file-down" />
                </span>
                <span class="main">
                  <b>Workouts as CSV</b>
                  <small>as FitNotes writes it</small>
                </span>
              </button>
            </>
          )}
        </div>
      </section>
    </main>
  )
}
