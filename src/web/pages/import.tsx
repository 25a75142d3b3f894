import { ChooseFile } from '../import/choose-file.tsx'
import { Counts } from '../import/counts.tsx'
import { Names } from '../import/names.tsx'
import {
  chosenUnit,
  commitImport,
  currentImport,
  failureText,
  requestInProgress,
  startOver,
  undoImport,
  unreviewedCount,
} from '../import/state.ts'
import { Choices } from '../parts/choices.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Problem } from '../parts/problem.tsx'
import { hrefTo } from '../route.ts'
import { isGuest } from '../state/log.ts'
import { countText } from '../words.ts'

const formatNames = {
  strong: 'Strong',
  hevy: 'Hevy',
  fitnotes: 'FitNotes',
  fitnotes_body: 'FitNotes',
  replog: 'Replog',
} as const

/** Imports a log from another app. */
export function Import() {
  if (isGuest.value) {
    return (
      <main class="page">
        <PageHead title="Import" up="you" />
        <section class="card">
          <h2>Importing needs an account</h2>
          <p class="small soft">
            The server reads the file so that you can undo the import later. Workouts you logged here move to
            the account.
          </p>
          <a class="btn go full" href={hrefTo('account', 'register')}>
            Create an account
          </a>
        </section>
      </main>
    )
  }
  const current = currentImport.value
  return (
    <main class="page">
      <PageHead
        title={current ? `Import from ${formatNames[current.report.format]}` : 'Import'}
        text={current?.fileName ?? 'Strong, Hevy, FitNotes or Replog'}
        up="you"
      />
      <Problem text={failureText.value} />
      {current ? <Report {...current} /> : <ChooseFile />}
    </main>
  )
}

function Report({ report }: { report: NonNullable<typeof currentImport.value>['report'] }) {
  const asksUnit = report.status === 'pending' && report.weightUnit.ask
  const changes = report.workouts.new + report.measurements.new
  return (
    <>
      <Counts report={report} />
      {report.status === 'pending' && report.exercises.length > 0 && <Names report={report} />}
      {asksUnit && (
        <div class="card flush rows">
          <div>
            <span class="main">
              <b>Weights in the file</b>
              <small>The file doesn’t say which unit it uses</small>
            </span>
            <Choices
              isHidden
              label="Unit"
              choices={[
                ['kg', 'kg'],
                ['lb', 'lb'],
              ]}
              value={chosenUnit.value}
              onChoose={(choice) => (chosenUnit.value = choice)}
            />
          </div>
        </div>
      )}
      {report.status === 'pending' && (
        <button
          type="button"
          class="btn go full"
          disabled={
            requestInProgress.value !== undefined ||
            changes === 0 ||
            (asksUnit && chosenUnit.value === undefined)
          }
          onClick={() => void commitImport()}
        >
          {requestInProgress.value === 'writing'
            ? 'Saving…'
            : asksUnit && chosenUnit.value === undefined
              ? 'Choose kg or lb'
              : label(report.workouts.new, changes)}
        </button>
      )}
      {report.status === 'pending' && unreviewedCount.value > 0 && (
        <p class="label center">
          {countText(unreviewedCount.value, 'name')} not reviewed: imported as shown.
        </p>
      )}
      {report.status === 'committed' && (
        <>
          <a class="btn go full" href={hrefTo('history')}>
            View your history
          </a>
          <button
            type="button"
            class="btn full"
            disabled={requestInProgress.value !== undefined}
            onClick={() => void undoImport()}
          >
            Undo the import
          </button>
        </>
      )}
      <button type="button" class="btn bare full" onClick={startOver}>
        Choose another file
      </button>
    </>
  )
}

function label(workouts: number, changes: number): string {
  if (changes === 0) return 'Nothing new in this file'
  return workouts > 0 ? `Import ${countText(workouts, 'workout')}` : 'Import'
}
