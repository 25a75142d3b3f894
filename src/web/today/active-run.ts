import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadProgramGroup } from '../programs/load.ts'
import { changes, log } from '../state/log.ts'

type ProgramGroup = typeof import('../groups/programs.ts')

const programs = signal<ProgramGroup | undefined>(undefined)

/** The active run, and the code of programs once it and the exercises are loaded. */
export function useActiveRun() {
  changes.value
  const runId = log()
    .runs.list()
    .find(({ status }) => status === 'active')?.id
  useEffect(() => {
    if (runId === undefined || programs.value) return
    loadProgramGroup().then(
      (loaded) => {
        programs.value = loaded
      },
      () => {},
    )
  }, [runId])
  const isReady = runId !== undefined && programs.value?.isReady()
  return { runId, group: isReady ? programs.value : undefined }
}
