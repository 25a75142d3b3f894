import { signal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { builtIn, type KnownProgram, own, shortNotes, sizeText } from '../programs/known.ts'
import { runsNow, stepText } from '../programs/runs.ts'
import { back, to } from '../route.ts'
import { count } from '../words.ts'

type Size = 'all' | 'few' | 'four' | 'many'

const size = signal<Size>('all')
const sizes: readonly { readonly size: Size; readonly name: string }[] = [
  { size: 'all', name: 'All' },
  { size: 'few', name: '2–3 days' },
  { size: 'four', name: '4 days' },
  { size: 'many', name: '5–6 days' },
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
  const running = new Map(runsNow.value.map((now) => [now.known.id, now]))
  const mine = own()
  const going = [...running.values()].filter(({ known }) => !known.isOwn)
  const offered = builtIn.filter(fits)
  return (
    <main class="page">
      <header class="top">
        <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back('today')}>
          <Icon name="chevron-left" size="l" />
        </button>
        <div class="grow">
          <h1 class="h1s" tabIndex={-1}>
            Programs
          </h1>
        </div>
        <a class="btn bare" href={to('program', 'new')}>
          <Icon name="plus" />
          New
        </a>
      </header>
      <fieldset class="chips">
        <legend class="sr">Days a week</legend>
        {sizes.map((one) => (
          <button
            type="button"
            class="chip"
            aria-pressed={size.value === one.size}
            onClick={() => (size.value = one.size)}
          >
            {one.name}
          </button>
        ))}
      </fieldset>
      {(going.length > 0 || mine.length > 0) && (
        <section class="section">
          <header>
            <h2>Yours</h2>
          </header>
          <div class="card flush rows tall">
            {going.map(({ run, known, state }) => (
              <ProgramRow
                key={run.id}
                program={known}
                href={to('run', run.id)}
                text={state.next ? `Running · ${stepText(known, state.next)}` : 'Finished'}
                isActive
              />
            ))}
            {mine.map((program) => {
              const now = running.get(program.id)
              return (
                <ProgramRow
                  key={program.id}
                  program={program}
                  href={now ? to('run', now.run.id) : to('preview', program.id)}
                  text={
                    now?.state.next ? `Running · ${stepText(program, now.state.next)}` : sizeText(program)
                  }
                  isActive={now !== undefined}
                />
              )
            })}
          </div>
        </section>
      )}
      <section class="section">
        <header>
          <h2>Built in</h2>
          <span class="label">{count(offered.length, 'program')}</span>
        </header>
        <div class="card flush rows tall">
          {offered.map((program) => (
            <ProgramRow
              key={program.id}
              program={program}
              href={to('preview', program.id)}
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
      <span class="chev">
        <Icon name="chevron-right" />
      </span>
    </a>
  )
}
