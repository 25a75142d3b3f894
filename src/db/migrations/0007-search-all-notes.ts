import type { Kysely } from 'kysely'
import { workoutSearchText } from '../workouts/search-text.ts'
import type { EarlierSchema } from './earlier-workouts.ts'

/** The number of workouts to read at a time, which takes a few megabytes. */
const batchSize = 500

/** Makes existing workouts searchable by the notes of their exercises and sets, ignoring accents. */
export async function up(db: Kysely<EarlierSchema>): Promise<void> {
  for (let after = { userId: '', id: '' }; ; ) {
    const workouts = await db
      .selectFrom('workouts')
      .select(['userId', 'id', 'name', 'notes', 'searchText'])
      .where(({ eb, refTuple, tuple }) => eb(refTuple('userId', 'id'), '>', tuple(after.userId, after.id)))
      .where('deletedAt', 'is', null)
      .orderBy('userId')
      .orderBy('id')
      .limit(batchSize)
      .execute()
    for (const workout of workouts) await update(db, workout)
    const last = workouts.at(-1)
    if (!last) return
    after = last
  }
}

interface Stored {
  readonly userId: string
  readonly id: string
  readonly name: string | null
  readonly notes: string | null
  readonly searchText: string
}

async function update(
  db: Kysely<EarlierSchema>,
  { userId, id, name, notes, searchText }: Stored,
): Promise<void> {
  const exercises = await notesOf(db, 'workoutExercises', userId, id)
  const sets = await notesOf(db, 'sets', userId, id)
  const text = workoutSearchText({ name, notes, exercises: [...exercises.map(withoutSets), { sets }] })
  if (text === searchText) return
  await db
    .updateTable('workouts')
    .set({ searchText: text })
    .where('userId', '=', userId)
    .where('id', '=', id)
    .execute()
}

function notesOf(
  db: Kysely<EarlierSchema>,
  table: 'workoutExercises' | 'sets',
  userId: string,
  workoutId: string,
) {
  return db
    .selectFrom(table)
    .select('notes')
    .where('userId', '=', userId)
    .where('workoutId', '=', workoutId)
    .where('notes', 'is not', null)
    .execute()
}

function withoutSets({ notes }: { readonly notes: string | null }) {
  return { notes, sets: [] }
}
