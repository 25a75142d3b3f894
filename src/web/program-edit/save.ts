import { activeRuns } from '../programs/runs.ts'
import { decide } from '../programs/start-run.ts'
import { isGuest, log } from '../state/log.ts'
import { lineOf } from '../words.ts'
import type { Draft } from './draft.ts'

/** Saves a program, and moves its runs to the new revision. */
export async function saveProgram(draft: Draft): Promise<void> {
  const { name, notes, days, ...content } = draft
  const text = notes?.trim() ?? ''
  await log().programs.put({
    ...content,
    name: lineOf(name),
    days: days.map((day) => (day.name ? { ...day, name: lineOf(day.name) } : day)),
    ...(text !== '' && { notes: text }),
  })
  // A program that was never sent has no revision yet.
  const revision = draft.revision ?? 0
  if (isGuest.value || revision === 0) return
  for (const current of activeRuns.value) {
    if (current.run.programId === draft.id)
      await decide(current, { kind: 'use_revision', revision: revision + 1 })
  }
}
