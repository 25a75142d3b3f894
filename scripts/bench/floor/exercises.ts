import type { Database } from 'bun:sqlite'
import { translationsOf } from '#catalogue/translations.ts'
import type { ExerciseRow } from '#db/exercises/rows.ts'
import { json, notFound } from './json.ts'

/** The API's default page size. */
const pageSize = 50

/**
 * Hand-written reads of exercises: one statement, one object, one text. For `+?` see
 * src/db/engine/sqlite/query-compiler.ts.
 */
export function exerciseRoutes(sqlite: Database) {
  const byId = sqlite.prepare<ExerciseRow, [string]>(`select * from "catalogueExercises" where id = ?`)
  const byCategory = sqlite.prepare<ExerciseRow, [string, number]>(
    `select * from "catalogueExercises" where category = +? order by "nameKey", id limit +?`,
  )
  return {
    get(id: string): Response {
      const row = byId.get(id)
      return row ? json(exerciseOf(row)) : notFound()
    },
    list(url: string): Response {
      const category = new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('category') ?? ''
      const rows = byCategory.all(category, pageSize + 1)
      const page = rows.slice(0, pageSize)
      const last = rows.length > pageSize ? page.at(-1) : undefined
      return json({ items: page.map(exerciseOf), nextCursor: last && cursorAfter(last) })
    },
  }
}

function cursorAfter({ nameKey, id }: ExerciseRow): string {
  return Buffer.from(JSON.stringify([nameKey, id])).toString('base64url')
}

function exerciseOf(row: ExerciseRow) {
  const engagement: { muscle: string; percent: number }[] = JSON.parse(row.engagement)
  const translations = translationsOf(row.id)
  return {
    id: row.id,
    source: 'builtin',
    name: row.name,
    aliases: JSON.parse(row.aliases),
    ...(translations.length > 0 && { translations }),
    category: row.category,
    pattern: row.pattern ?? undefined,
    mechanic: row.mechanic ?? undefined,
    force: row.force ?? undefined,
    equipment: row.equipment,
    difficulty: row.difficulty ?? undefined,
    tracking: row.tracking,
    unilateral: row.unilateral === 1,
    perHand: row.perHand === 1,
    bodyweightShare: row.bodyweightShare,
    cues: JSON.parse(row.cues),
    engagement: engagement.map(({ muscle, percent }) => ({
      muscle,
      percent,
      role: percent >= 50 ? 'primary' : percent >= 20 ? 'secondary' : 'stabilizer',
    })),
    revision: row.revision,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  }
}
