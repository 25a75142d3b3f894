import { lineOf } from '#lib/visible.ts'
import { revisionToFollow } from '#training/programs/index.ts'
import { activeRuns } from '../programs/runs.ts'
import { decide } from '../programs/start-run.ts'
import { log } from '../state/log.ts'
import type { Draft } from './draft.ts'

/** Saves a program, and moves its runs to the new revision. */
export async function saveProgram(draft: Draft): Promise<void> {
  const { name, notes, days, ...content } = draft
  const text = notes?.trim() ?? ''
  const saved = await log().programs.put({
    ...content,
    name: lineOf(name),
    days: days.map((day) => (day.name ? { ...day, name: lineOf(day.name) } : day)),
    ...(text !== '' && { notes: text }),
  })
  const revision = revisionToFollow(saved, log().runs.list())
  for (const current of activeRuns.value) {
    if (current.run.programId === saved.id) await decide(current, { kind: 'use_revision', revision })
  }
}
