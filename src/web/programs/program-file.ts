import { contentOfProgram } from '#training/programs/read.ts'
import { download } from '../parts/download.ts'
import { exerciseOf } from '../state/catalogue.ts'
import { isGuest, log } from '../state/log.ts'
import { countText, saveErrorText } from '../words.ts'
import { noResponseText, problemText } from '../you/reason.ts'
import type { KnownProgram } from './known.ts'

type Exercises = Pick<KnownProgram, 'lifts' | 'days'>

/** The ids of a program's exercises. */
const idsIn = ({ lifts = [], days }: Exercises): ReadonlySet<string> =>
  new Set([...lifts, ...days.flatMap(({ slots }) => slots)].flatMap(({ exerciseId }) => exerciseId ?? []))

/**
 * Saves a program as a file that others can open. Returns what to tell the user.
 */
export function saveProgram({ isOwn: _, ...program }: KnownProgram): string {
  const text = JSON.stringify(contentOfProgram(program), null, 2)
  download(
    `${program.name.replaceAll(/[\\/:*?"<>|]/g, '-')}.json`,
    new Blob([text], { type: 'application/json' }),
  )
  const own = [...idsIn(program)].filter((id) => exerciseOf(id)?.source !== 'builtin')
  return own.length === 0
    ? 'Saved as a file'
    : `Saved. Others can’t open it while it uses ${countText(own.length, 'exercise')} of your own.`
}

/**
 * Adds the programs in a file, of Replog or with Hevy routines.
 *
 * @returns the ids of the new programs, and what to tell the user about the rest
 */
export async function openProgramFile(file: File): Promise<{ ids: readonly string[]; text?: string }> {
  if (isGuest.value) return { ids: [], text: 'Opening a file needs an account: create one under You.' }
  try {
    const { data, error } = await log().client.POST('/api/programs/convert', {
      body: { text: await file.text() },
    })
    if (!data) return { ids: [], text: problemText(error) }
    const { programs, names } = data
    const unknown = programs.flatMap((program) => [...idsIn(program)].filter((id) => !exerciseOf(id)))
    if (unknown.length > 0) {
      const text = `It uses ${countText(unknown.length, 'exercise')} that only its author has.`
      return { ids: [], text }
    }
    const left = names.flatMap(({ exerciseId, name }) => (exerciseId === undefined ? name : []))
    const ids: string[] = []
    for (const program of programs) ids.push((await log().programs.put(program)).id)
    return {
      ids,
      ...(left.length > 0 && { text: `Left out, since their names are unknown: ${left.join(', ')}.` }),
    }
  } catch (error) {
    return {
      ids: [],
      text:
        error instanceof TypeError ? noResponseText('Try again when you’re online.') : saveErrorText(error),
    }
  }
}
