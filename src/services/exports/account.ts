import { type Profile, userOf } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { ExportedList } from '../crud/resource.ts'
import { resources, settings } from '../resources.ts'
import { presentedWorkoutPages } from '../workouts/pages.ts'
import { jsonDocument, type Member } from './json-document.ts'

/** The text of an `AccountExport` with all of a user's data, in pieces, each read on demand. */
export function accountDocument(db: Reader, user: Profile, exportedAt: string): AsyncGenerator<string> {
  return jsonDocument(everything(db, user, exportedAt))
}

/** The text of an `AccountExport` with only the workouts, oldest first, and the user's own exercises. */
export function workoutsDocument(db: Reader, user: Profile, exportedAt: string): AsyncGenerator<string> {
  return jsonDocument(workoutsOnly(db, user, exportedAt))
}

async function* everything(db: Reader, user: Profile, exportedAt: string): AsyncGenerator<Member> {
  yield* head(user, exportedAt)
  for (const { exported } of Object.values(resources)) yield memberOf(exported, db, user)
  for (const { exported } of settings) {
    yield 'pages' in exported
      ? memberOf(exported, db, user)
      : { name: exported.member, value: await exported.value(db, user) }
  }
}

async function* workoutsOnly(db: Reader, user: Profile, exportedAt: string): AsyncGenerator<Member> {
  yield* head(user, exportedAt)
  yield memberOf(resources.exercise.exported, db, user)
  yield { name: resources.workout.exported.member, pages: presentedWorkoutPages(db, user, 'oldest') }
  yield { name: resources.measurement.exported.member, value: [] }
}

function* head(user: Profile, exportedAt: string): Generator<Member> {
  const members = { format: 'replog', version: 1, exportedAt, user: userOf(user) } satisfies Partial<
    Schemas['AccountExport']
  >
  for (const [name, value] of Object.entries(members)) yield { name, value }
}

function memberOf({ member, pages }: ExportedList, db: Reader, user: Profile): Member {
  return { name: member, pages: pages(db, user) }
}
