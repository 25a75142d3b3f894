import type { Profile } from '#db/accounts/users.ts'
import { rememberedNames } from '#db/imports/name-mappings.ts'
import type { Reader } from '#db/schema/index.ts'
import { findLandmarks } from '#db/training-settings/landmarks.ts'
import { listProgressions } from '#db/training-settings/progressions.ts'
import { listSorenessAfter, type SorenessRow } from '#db/training-settings/soreness.ts'
import type { Schemas } from '#generated/types.ts'
import { allPages, type PageRequest } from '#lib/page.ts'
import type { FieldProblem } from '../crud/results.ts'
import { checkScheme, presentChoices } from '../recommendations/scheme.ts'
import { presentSoreness } from './soreness.ts'

/** The number of reports to read at a time, small enough for other requests to run in between. */
const pageSize = 100

/** The schemes that a user chose. */
export async function* chosenProgressions(
  db: Reader,
  user: Profile,
): AsyncGenerator<Schemas['ChosenProgression'][]> {
  yield presentChoices(await listProgressions(db, user.id))
}

/** Checks a chosen scheme. */
export function checkChosenProgression({ progression }: Schemas['ChosenProgression']): FieldProblem[] {
  return checkScheme(progression).map((problem) => ({
    ...problem,
    pointer: `/progression${problem.pointer}`,
  }))
}

/** A user's soreness reports, oldest first. */
export async function* sorenessReports(db: Reader, user: Profile): AsyncGenerator<Schemas['Soreness'][]> {
  const read = ({ after, limit }: PageRequest<SorenessRow>) => listSorenessAfter(db, user.id, after, limit)
  for await (const page of allPages(pageSize, read, (row) => row)) {
    yield page.map(presentSoreness)
  }
}

/** A user's own landmarks; undefined if they changed none. */
export async function ownLandmarks(db: Reader, user: Profile): Promise<Schemas['OwnLandmarks'] | undefined> {
  const { items, revision } = await findLandmarks(db, user.id)
  return revision > 0 ? { items: [...items], revision } : undefined
}

/** The meanings of names in imported files, as set by the user. */
export async function* exportedNameMeanings(
  db: Reader,
  user: Profile,
): AsyncGenerator<Schemas['RememberedName'][]> {
  const names = await rememberedNames(db, user.id)
  yield [...names].map(([name, exerciseId]) => ({ name, exerciseId }))
}
