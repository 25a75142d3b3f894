import { translationsOf } from '#catalogue/translations.ts'
import { fromJson, toJson } from '#db/engine/json.ts'
import type { ExerciseDraft, ExerciseRow } from '#db/exercises/rows.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { foldCase } from '#lib/fold.ts'
import { JsonText, type OrText } from '#lib/json-text.ts'
import { engagementRole } from '#training/engagement.ts'
import type { FieldProblem } from '../crud/results.ts'

/** Converts an input to a row. */
export function draftExercise(userId: string, id: string, input: Schemas['ExerciseInput']): ExerciseDraft {
  const aliases = input.aliases ?? []
  const engagement = (input.engagement ?? []).toSorted(
    (a, b) => b.percent - a.percent || (a.muscle < b.muscle ? -1 : 1),
  )
  return {
    userId,
    id,
    name: input.name,
    nameKey: foldCase(input.name),
    aliases: toJson(aliases),
    category: input.category,
    pattern: input.pattern ?? null,
    mechanic: input.mechanic ?? null,
    force: input.force ?? null,
    equipment: input.equipment,
    difficulty: input.difficulty ?? null,
    tracking: input.tracking,
    unilateral: input.unilateral ? 1 : 0,
    perHand: input.perHand ? 1 : 0,
    bodyweightShare: input.bodyweightShare ?? (input.tracking === 'bodyweight_reps' ? 1 : 0),
    cues: toJson(input.cues ?? []),
    engagement: toJson(engagement.map(({ muscle, percent }) => ({ muscle, percent }))),
  }
}

/** Reports each repeated muscle. */
export function checkEngagement({ engagement = [] }: Schemas['ExerciseInput']): FieldProblem[] {
  const earlierMuscles = new Set<string>()
  return engagement.flatMap(({ muscle }, index) => {
    const isRepeated = earlierMuscles.has(muscle)
    earlierMuscles.add(muscle)
    if (!isRepeated) return []
    const pointer = `/engagement/${index}/muscle`
    return [{ pointer, code: 'unique', message: 'Must not be listed twice.' } as const]
  })
}

const textByRow = new WeakMap<ExerciseRow, JsonText<Schemas['Exercise']>>()

/** Converts a row for a response; a frozen (cached) row to JSON text that is serialized only once. */
export function presentForReading(row: ExerciseRow): OrText<Schemas['Exercise']> {
  if (!Object.isFrozen(row)) return presentExercise(row)
  const cached = textByRow.get(row)
  if (cached) return cached
  const { id, revision } = row
  const text = new JsonText<Schemas['Exercise']>([JSON.stringify(presentExercise(row))], { id, revision })
  textByRow.set(row, text)
  return text
}

/** The names of a built-in exercise in other languages, if there are any. */
function translationsMember(id: string): Pick<Schemas['Exercise'], 'translations'> {
  const translations = translationsOf(id)
  return translations.length > 0 ? { translations: [...translations] } : {}
}

/** Converts a row to the contract's schema. Omits fields without a value. */
export function presentExercise(row: ExerciseRow): Schemas['Exercise'] {
  return {
    id: row.id,
    source: row.userId === null ? 'builtin' : 'custom',
    ...(row.derived === 1 && { derived: true }),
    name: row.name,
    aliases: fromJson(row.aliases),
    ...(row.userId === null && translationsMember(row.id)),
    category: row.category,
    ...(row.pattern !== null && { pattern: row.pattern }),
    ...(row.mechanic !== null && { mechanic: row.mechanic }),
    ...(row.force !== null && { force: row.force }),
    equipment: row.equipment,
    ...(row.difficulty !== null && { difficulty: row.difficulty }),
    tracking: row.tracking,
    unilateral: row.unilateral === 1,
    perHand: row.perHand === 1,
    bodyweightShare: row.bodyweightShare,
    cues: fromJson(row.cues),
    engagement: fromJson(row.engagement).map(({ muscle, percent }) => ({
      muscle,
      percent,
      role: engagementRole(percent),
    })),
    revision: row.revision,
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
    ...(row.deletedAt !== null && { deletedAt: instant(row.deletedAt) }),
  }
}
