import { signal, useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Problem } from '../parts/problem.tsx'
import { Section } from '../parts/section.tsx'
import { toast } from '../parts/toast.tsx'
import { builtIn, type KnownProgram, ownPrograms, shortNotes, sizeText } from '../programs/known.ts'
import { openProgramFile } from '../programs/program-file.ts'
import { activeRuns, type CurrentRun, openRuns, stepText } from '../programs/runs.ts'
import { go, hrefTo } from '../route.ts'
import { capitalized, countText } from '../words.ts'

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

const stateText = ({ run, program, state }: CurrentRun) =>
  state.next
    ? capitalized(`${run.status === 'active' ? '' : 'paused · '}${stepText(program, state.next)}`)
    : 'Finished'

/** The available programs, and the active and paused ones. */
export function Programs() {
  // For each program, its active run, or else the newest paused one.
  const running = new Map<string, CurrentRun>()
  for (const current of [...activeRuns.value, ...openRuns.value])
    if (!running.has(current.program.id)) running.set(current.program.id, current)
  const own = ownPrograms()
  const failureText = useSignal<string | undefined>(undefined)
  const open = async (file: File) => {
    const { ids, text } = await openProgramFile(file)
    failureText.value = text
    const [id] = ids
    if (id === undefined) return
    if (ids.length === 1) go(`preview/${id}`)
    toast(text ?? `${countText(ids.length, 'program')} added`)
  }
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
        <Section title="Yours">
          <div class="card flush rows tall">
            {runningBuiltIn.map((current) => (
              <ProgramRow
                key={current.run.id}
                program={current.program}
                href={hrefTo('run', current.run.id)}
                text={stateText(current)}
                isActive={current.run.status === 'active'}
              />
            ))}
            {own.map((program) => {
              const current = running.get(program.id)
              return (
                <ProgramRow
                  key={program.id}
                  program={program}
                  href={current ? hrefTo('run', current.run.id) : hrefTo('preview', program.id)}
                  text={current ? stateText(current) : sizeText(program)}
                  isActive={current?.run.status === 'active'}
                />
              )
            })}
          </div>
        </Section>
      )}
      <Section
        title="Built in"
        aside={<span class="label">{countText(builtInPrograms.length, 'program')}</span>}
      >
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
      </Section>
      <Problem text={failureText.value} />
      <label class="btn full">
        <Icon name="file-up" />
        Open a program file
        <input
          class="sr"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            currentTarget.value = ''
            if (file) void open(file)
          }}
        />
      </label>
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
