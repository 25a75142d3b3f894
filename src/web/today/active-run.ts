import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadProgramGroup } from '../programs/load.ts'
import { changes, log } from '../state/log.ts'

type ProgramGroup = typeof import('../groups/programs.ts')

const programs = signal<ProgramGroup | undefined>(undefined)

function activeRunId(): string | undefined {
  changes.value
  return log()
    .runs.list()
    .find(({ status }) => status === 'active')?.id
}

/** Loads the programs' code if a program is active. Without a network, it is loaded another time. */
export async function loadActiveRun(): Promise<void> {
  if (programs.value || activeRunId() === undefined) return
  programs.value = await loadProgramGroup().catch(() => undefined)
}

/** The active run's id, and the programs' code once that code and the exercises are loaded. */
export function useActiveRun() {
  const runId = activeRunId()
  useEffect(() => void loadActiveRun(), [runId])
  const isReady = runId !== undefined && programs.value?.isReady()
  return { runId, group: isReady ? programs.value : undefined }
}
