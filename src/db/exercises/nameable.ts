import { translationsOf } from '#catalogue/translations.ts'
import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { everyExercise } from './every-exercise.ts'

const selectNameable = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom(everyExercise(db, userId).as('exercises'))
    .select(['id', 'userId', 'name', 'nameKey', 'aliases', 'equipment'])
    .where('deletedAt', 'is', null)
    .orderBy('derived')
    .orderBy('id'),
)

/** Every exercise that a user may log, with its names: built-in ones and the user's own. */
export async function nameableExercises(db: Reader, userId: string) {
  const rows = await selectNameable.all(db, { userId })
  return rows.map(({ userId: ownerId, aliases, ...row }) => ({
    ...row,
    aliases: fromJson(aliases),
    ...(ownerId === null
      ? { source: 'builtin' as const, translations: translationsOf(row.id) }
      : { source: 'custom' as const }),
  }))
}
