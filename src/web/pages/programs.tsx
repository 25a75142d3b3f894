import { signal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { builtIn, type KnownProgram, ownPrograms, shortNotes, sizeText } from '../programs/known.ts'
import { activeRuns, stepText } from '../programs/runs.ts'
import { hrefTo } from '../route.ts'
import { countText } from '../words.ts'

type Size = 'all' | 'few' | 'four' | 'many'

const size = signal<Size>('all')
const sizes: readonly (readonly [Size, string])[] = [
  ['all', 'All'],
  ['few', '2–3 days'],
  ['four', '4 days'],
  ['many', '5–6 days'],
]

const perWeek = ({ sessionsPerWeek, weeks }: KnownProgram) => sessionsPerWeek ?? weeks[0]?.days.length ?? 1

function fits(program: KnownProgram): boolean {
  const days = perWeek(program)
  if (size.value === 'few') return days <= 3
  if (size.value === 'four') return days === 4
  return size.value === 'all' || days >= 5
}

/** The available programs, and the active one. */
export function Programs() {
  const running = new Map(activeRuns.value.map((current) => [current.program.id, current]))
  const own = ownPrograms()
  const runningBuiltIn = [...running.values()].filter(({ program }) => !program.isOwn)
  const builtInPrograms = builtIn.value.filter(fits)
  return (
    <main class="page">
      <PageHead title="Programs" up="today">
        <a class="btn bare" href={hrefTo('program', 'new')}>
          <Icon name="plus" />
          New
        </a>
      </PageHead>
      <fieldset class="chips">
        <legend class="sr">Days a week</legend>
        {sizes.map(([choice, name]) => (
          <button
            type="button"
            class="chip"
            key={choice}
            aria-pressed={size.value === choice}
            onClick={() => (size.value = choice)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      {(runningBuiltIn.length > 0 || own.length > 0) && (
        <section class="section">
          <header>
            <h2>Yours</h2>
          </header>
          <div class="card flush rows tall">
            {runningBuiltIn.map(({ run, program, state }) => (
              <ProgramRow
                key={run.id}
                program={program}
                href={hrefTo('run', run.id)}
                text={state.next ? `In progress · ${stepText(program, state.next)}` : 'Finished'}
                isActive
              />
            ))}
            {own.map((program) => {
              const current = running.get(program.id)
              return (
                <ProgramRow
                  key={program.id}
                  program={program}
                  href={current ? hrefTo('run', current.run.id) : hrefTo('preview', program.id)}
                  text={
                    current?.state.next
                      ? `In progress · ${stepText(program, current.state.next)}`
                      : sizeText(program)
                  }
                  isActive={current !== undefined}
                />
              )
            })}
          </div>
        </section>
      )}
      <section class="section">
        <header>
          <h2>Built in</h2>
          <span class="label">{countText(builtInPrograms.length, 'program')}</span>
        </header>
        <div class="card flush rows tall">
          {builtInPrograms.map((program) => (
            <ProgramRow
              key={program.id}
              program={program}
              href={hrefTo('preview', program.id)}
              text={shortNotes(program)}
            />
          ))}
        </div>
      </section>
    </main>
  )
}

function ProgramRow({
  program,
  href,
  text,
  isActive = false,
}: {
  program: KnownProgram
  href: string
  text: string
  isActive?: boolean
}) {
  return (
    <a href={href}>
      <span class={isActive ? 'lead on' : 'lead'}>{perWeek(program)}×</span>
      <span class="main">
        <b>{program.name}</b>
        <small class="clip">{text}</small>
      </span>
      {isActive && <span class="badge ok">Active</span>}
      <Icon name="chevron-right" />
    </a>
  )
}
