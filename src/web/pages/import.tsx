import { signal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { Mapping } from '../import/mapping.tsx'
import { type Choice, commit, undo, upload } from '../import/requests.ts'
import { Icon } from '../parts/icon.tsx'
import { toast } from '../parts/toast.tsx'
import { back, go, to } from '../route.ts'
import { isGuest, log } from '../state/log.ts'
import { count, rounded, tenths } from '../words.ts'

type Import = Schemas['Import']

const file = signal<File | undefined>(undefined)
const report = signal<Import | undefined>(undefined)
const choices = signal<ReadonlyMap<string, Choice>>(new Map())
const unit = signal<Schemas['WeightUnit'] | undefined>(undefined)
const shows = signal<'look' | 'all'>('look')
const mapped = signal<Schemas['ImportedName'] | undefined>(undefined)
const error = signal('')
const isBusy = signal(false)

const formatNames: Readonly<Record<string, string>> = {
  strong: 'Strong',
  hevy: 'Hevy',
  fitnotes: 'FitNotes',
  replog: 'Replog',
}

async function attempt(work: () => Promise<void>): Promise<void> {
  isBusy.value = true
  error.value = ''
  try {
    await work()
  } catch (thrown) {
    error.value =
      thrown instanceof Error
        ? thrown.message
        : 'The server can’t be reached. Nothing was changed: try again when you are online.'
  } finally {
    isBusy.value = false
  }
}

const read = (chosen: File) =>
  attempt(async () => {
    file.value = chosen
    choices.value = new Map()
    report.value = await upload(chosen, unit.value)
    shows.value = report.value.exercises.some(needsLook) ? 'look' : 'all'
  })

const needsLook = ({ name, certainty }: Schemas['ImportedName']) =>
  (certainty === 'score' || certainty === 'new') && !choices.value.has(name)

/** Brings a log of another app along: a dry run first, then the import. */
export function ImportPage() {
  const now = report.value
  return (
    <>
      <main class="page">
        <header class="top">
          <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back('you')}>
            <Icon name="chevron-left" size="l" />
          </button>
          <div class="grow">
            <h1 class="h1s" tabIndex={-1}>
              {now ? `Import from ${formatNames[now.format] ?? now.format}` : 'Import'}
            </h1>
            {file.value && (
              <p class="label">
                {file.value.name} · {tenths(file.value.size / 1_000_000)} MB
              </p>
            )}
          </div>
        </header>
        {error.value && (
          <div class="alert" role="alert">
            <Icon name="triangle-alert" />
            <p class="grow">{error.value}</p>
          </div>
        )}
        {isGuest.value ? <NeedsAccount /> : now ? <Report now={now} /> : <Choose />}
      </main>
      {now?.status === 'pending' && !isGuest.value && <ImportDock now={now} />}
      {mapped.value && (
        <Mapping
          name={mapped.value}
          onClose={() => (mapped.value = undefined)}
          onChoose={(choice) => {
            if (mapped.value) choices.value = new Map(choices.value).set(mapped.value.name, choice)
            mapped.value = undefined
          }}
        />
      )}
    </>
  )
}

function NeedsAccount() {
  return (
    <section class="card empty">
      <h2>An import needs an account</h2>
      <p class="soft">
        The server reads files of Strong, Hevy, FitNotes and Replog and matches their exercises. What you have
        logged here comes along.
      </p>
      <a class="btn go full" href={to('account', 'register')}>
        Create an account
      </a>
      <a class="btn bare full" href={to('account', 'login')}>
        Log in instead
      </a>
    </section>
  )
}

function Choose() {
  return (
    <section class="card form">
      <h2>Choose the file that your app exported</h2>
      <p class="soft">
        Strong, Hevy, FitNotes or Replog, as CSV or JSON. Nothing is saved before you have seen what is in it.
      </p>
      <label class="btn go full">
        <Icon name="file-up" />
        {isBusy.value ? 'Reading…' : 'Choose a file'}
        <input
          class="sr"
          type="file"
          accept=".csv,.json,text/csv,application/json"
          disabled={isBusy.value}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0]
            if (chosen) void read(chosen)
          }}
        />
      </label>
    </section>
  )
}

function Report({ now }: { now: Import }) {
  const { workouts, sets, exercises, problems, problemCount, weightUnit } = now
  if (now.status !== 'pending') return <Done now={now} />
  const look = exercises.filter(needsLook)
  const certain = exercises.length - look.length
  const list = shows.value === 'look' ? look : exercises
  const share = exercises.length > 0 ? (certain / exercises.length) * 100 : 100
  return (
    <>
      <section class="card">
        <span class="label">Dry run: nothing is saved yet</span>
        <div class="stats">
          <Stat name="Workouts" value={workouts.found} />
          <Stat name="Sets" value={sets.found} />
          <Stat name="Already here" value={workouts.duplicates} />
        </div>
        <svg width="100%" height="8" aria-hidden="true">
          <rect width="100%" height="8" rx="4" class="lg-ask" />
          <rect width={`${share}%`} height="8" rx="4" class="lg-fill" />
        </svg>
        <p class="small soft">
          {certain} of {count(exercises.length, 'name')} matched.{' '}
          {look.length > 0 ? `${look.length} need a look. ` : ''}You can undo an import for 30 days.
        </p>
      </section>
      {problemCount > 0 && (
        <details class="card">
          <summary>{count(problemCount, 'row')} could not be read and will be left out</summary>
          <ul class="small soft">
            {problems.slice(0, 20).map((problem) => (
              <li>
                {'line' in problem && problem.line !== undefined ? `Line ${problem.line}: ` : ''}
                {problem.message}
              </li>
            ))}
          </ul>
        </details>
      )}
      <fieldset class="seg">
        <legend class="sr">Show</legend>
        <button type="button" aria-pressed={shows.value === 'look'} onClick={() => (shows.value = 'look')}>
          Needs a look · {look.length}
        </button>
        <button type="button" aria-pressed={shows.value === 'all'} onClick={() => (shows.value = 'all')}>
          All · {exercises.length}
        </button>
      </fieldset>
      {list.length === 0 ? (
        <p class="card soft">Every name is matched.</p>
      ) : (
        <section class="section">
          <h2 class="sr">Exercises</h2>
          <div class="card flush rows tall">
            {list.map((one) => (
              <NameRow key={one.name} one={one} />
            ))}
          </div>
        </section>
      )}
      <div class="card flush rows">
        <div>
          <span class="main">
            <b>Weights in the file</b>
            <small>{weightUnit.unit ? `read as ${weightUnit.unit}` : 'choose the unit'}</small>
          </span>
          <fieldset class="seg mini">
            <legend class="sr">Unit of the file</legend>
            {(['kg', 'lb'] as const).map((one) => (
              <button
                type="button"
                aria-pressed={(unit.value ?? weightUnit.unit) === one}
                onClick={() => {
                  unit.value = one
                  if (file.value) void read(file.value)
                }}
              >
                {one}
              </button>
            ))}
          </fieldset>
        </div>
      </div>
    </>
  )
}

function NameRow({ one }: { one: Schemas['ImportedName'] }) {
  const choice = choices.value.get(one.name)
  const isNew = choice ? choice.exerciseId === undefined : one.exerciseId === undefined
  const target = choice?.exerciseName ?? one.exerciseName ?? 'New exercise'
  const isSure = choice !== undefined || (one.certainty !== 'score' && one.certainty !== 'new')
  return (
    <button type="button" onClick={() => (mapped.value = one)}>
      <span class="main">
        <small>
          {one.name} · <span class="num">{one.sets}</span> {one.sets === 1 ? 'set' : 'sets'}
        </small>
        <b class="flex">
          <span class="arrow">
            <Icon name="corner-down-right" size="s" />
          </span>
          {target}
        </b>
      </span>
      {isNew ? (
        <span class="badge">
          <Icon name="plus" size="s" />
          New
        </span>
      ) : isSure ? (
        <span class="badge ok">
          <Icon name="check" size="s" />
          Sure
        </span>
      ) : (
        <span class="badge ask">
          <Icon name="circle-question-mark" size="s" />
          Check
        </span>
      )}
      <span class="chev">
        <Icon name="chevron-right" />
      </span>
    </button>
  )
}

function ImportDock({ now }: { now: Import }) {
  const save = () =>
    attempt(async () => {
      report.value = await commit(now.id, choices.value)
      await log().sync()
    })
  return (
    <div class="dock pickdock">
      <button
        type="button"
        class="btn go"
        disabled={isBusy.value || now.workouts.new === 0}
        onClick={() => void save()}
      >
        <span class="flex">
          <Icon name="file-down" />
          {isBusy.value ? 'Importing…' : `Import ${count(now.workouts.new, 'workout')}`}
        </span>
        <Icon name="chevron-right" />
      </button>
    </div>
  )
}

function Done({ now }: { now: Import }) {
  const again = () => {
    report.value = undefined
    file.value = undefined
  }
  const takeBack = () =>
    attempt(async () => {
      await undo(now.id)
      await log().sync()
      again()
      toast('The import is undone')
    })
  return (
    <section class="card empty">
      <h2>{count(now.committed?.workouts ?? now.workouts.new, 'workout')} imported</h2>
      <p class="soft">They are in your history. You can undo this for 30 days.</p>
      <button type="button" class="btn go full" onClick={() => go('history')}>
        Open History
      </button>
      <button type="button" class="btn bare full" onClick={() => void takeBack()}>
        Undo the import
      </button>
      <button type="button" class="btn bare full" onClick={again}>
        Import another file
      </button>
    </section>
  )
}

function Stat({ name, value }: { name: string; value: number }) {
  return (
    <div class="stat">
      <strong>{rounded(value)}</strong>
      <span class="label">{name}</span>
    </div>
  )
}
