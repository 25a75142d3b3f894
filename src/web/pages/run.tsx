import { useSignal } from '@preact/signals'
import type { ProgramStep } from '#training/programs/index.ts'
import { Icon } from '../parts/icon.tsx'
import { NotFound } from '../parts/not-found.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { CurrentWeights } from '../programs/current-weights.tsx'
import { sizeText } from '../programs/known.ts'
import { RunPosition } from '../programs/run-position.tsx'
import { RunWeek } from '../programs/run-week.tsx'
import { type CurrentRun, runById } from '../programs/runs.ts'
import { pauseActive } from '../programs/start-run.ts'
import { StepSheet } from '../programs/step-sheet.tsx'
import { WhatComesNext } from '../programs/what-comes-next.tsx'
import { go, route } from '../route.ts'
import { hasCatalogue } from '../state/catalogue.ts'
import { log } from '../state/log.ts'

/** A run of a program, active or paused: the current position, the week, and the next workout. */
export function RunPage() {
  const current = runById(route.value.id ?? '')
  if (!current) return <NotFound title="Program not found" up="programs" text="All programs" />
  return <RunDetails current={current} />
}

function RunDetails({ current }: { current: CurrentRun }) {
  const { run, program, state } = current
  const opened = useSignal<ProgramStep | undefined>(undefined)
  const isEnding = useSignal(false)
  const isPaused = run.status !== 'active'
  const next = hasCatalogue.value ? state.next : undefined
  const setStatus = async (status: 'active' | 'paused' | 'ended') => {
    if (status === 'active') await pauseActive()
    await log().runs.put({ ...run, status })
    if (status === 'ended') go('programs', { replace: true })
  }
  return (
    <main class="page">
      <PageHead title={program.name} text={sizeText(program)} up="programs" />
      <RunPosition current={current} />
      {next && (
        <>
          <RunWeek current={current} next={next} onOpen={(step) => (opened.value = step)} />
          <WhatComesNext current={current} step={next} />
        </>
      )}
      <CurrentWeights current={current} />
      <div class="flex">
        <button type="button" class="btn grow" onClick={() => void setStatus(isPaused ? 'active' : 'paused')}>
          <Icon name={isPaused ? 'play' : 'pause'} />
          {isPaused ? 'Resume' : 'Pause'}
        </button>
        <button type="button" class="btn grow" onClick={() => (isEnding.value = true)}>
          <Icon name="x" />
          End program
        </button>
      </div>
      {isEnding.value && (
        <Sheet
          title={`End ${program.name}?`}
          text="It can’t be resumed."
          onClose={() => (isEnding.value = false)}
        >
          <button type="button" class="btn danger full" onClick={() => void setStatus('ended')}>
            End
          </button>
        </Sheet>
      )}
      {opened.value && (
        <StepSheet current={current} step={opened.value} onClose={() => (opened.value = undefined)} />
      )}
    </main>
  )
}
