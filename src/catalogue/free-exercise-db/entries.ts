/** The values that free-exercise-db's schema.json allows, by field. */
const words = {
  force: ['push', 'pull', 'static'],
  level: ['beginner', 'intermediate', 'expert'],
  mechanic: ['compound', 'isolation'],
  equipment: [
    'body only',
    'machine',
    'other',
    'foam roll',
    'kettlebells',
    'dumbbell',
    'cable',
    'barbell',
    'bands',
    'medicine ball',
    'exercise ball',
    'e-z curl bar',
  ],
  category: [
    'strength',
    'stretching',
    'plyometrics',
    'strongman',
    'powerlifting',
    'cardio',
    'olympic weightlifting',
  ],
  muscle: [
    'abdominals',
    'abductors',
    'adductors',
    'biceps',
    'calves',
    'chest',
    'forearms',
    'glutes',
    'hamstrings',
    'lats',
    'lower back',
    'middle back',
    'neck',
    'quadriceps',
    'shoulders',
    'traps',
    'triceps',
  ],
} as const

type Word<Field extends keyof typeof words> = (typeof words)[Field][number]

/** A muscle in free-exercise-db's terms. */
export type SourceMuscle = Word<'muscle'>

/** An exercise of free-exercise-db; instructions and images are left out. */
export interface FreeExerciseDbEntry {
  readonly name: string
  readonly force: Word<'force'> | null
  readonly level: Word<'level'>
  readonly mechanic: Word<'mechanic'> | null
  readonly equipment: Word<'equipment'> | null
  readonly category: Word<'category'>
  readonly primaryMuscles: readonly SourceMuscle[]
  readonly secondaryMuscles: readonly SourceMuscle[]
}

/**
 * The file isn't in the format of free-exercise-db; the message has a line for each problem, naming the entry and the
 * field.
 */
export class FreeExerciseDbError extends Error {
  override readonly name = 'FreeExerciseDbError'

  constructor(problems: readonly string[]) {
    super(`this is not a free-exercise-db file:\n${problems.join('\n')}`)
  }
}

function isWord<Field extends keyof typeof words>(field: Field, value: unknown): value is Word<Field> {
  const allowed: readonly unknown[] = words[field]
  return allowed.includes(value)
}

/** Reads the fields of an object, recording the problems. */
class Fields {
  readonly problems: string[] = []
  readonly isObject: boolean
  readonly #object: Readonly<Record<string, unknown>>
  readonly #location: string

  constructor(value: unknown, index: number) {
    this.isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    this.#object = typeof value === 'object' ? { ...value } : {}
    const name = this.#object.name
    this.#location = `entry ${index + 1}${typeof name === 'string' ? ` (${JSON.stringify(name.slice(0, 60))})` : ''}`
    if (!this.isObject) this.#report('must be an object')
  }

  #report(message: string): void {
    this.problems.push(`${this.#location}: ${message}`)
  }

  name(): string | undefined {
    const { name } = this.#object
    if (typeof name === 'string' && /[\p{L}\p{N}]/u.test(name) && name.length <= 200) return name.trim()
    this.#report('"name" must be 1–200 characters with a letter or digit')
    return undefined
  }

  word<Field extends keyof typeof words>(field: Field): Word<Field> | undefined {
    const value = this.#object[field]
    if (isWord(field, value)) return value
    this.#report(`"${field}" must be one of ${words[field].join(', ')}`)
    return undefined
  }

  /** Like {@link word}, but a missing field is null, which is common in the original. */
  wordOrNull<Field extends keyof typeof words>(field: Field): Word<Field> | null | undefined {
    return this.#object[field] === undefined || this.#object[field] === null ? null : this.word(field)
  }

  muscles(field: 'primaryMuscles' | 'secondaryMuscles'): readonly SourceMuscle[] | undefined {
    const list = this.#object[field]
    if (!Array.isArray(list)) {
      this.#report(`"${field}" must be a list`)
      return undefined
    }
    const validMuscles = list.filter((item) => isWord('muscle', item))
    if (validMuscles.length < list.length) {
      this.#report(`"${field}" may only contain ${words.muscle.join(', ')}`)
      return undefined
    }
    if (field === 'primaryMuscles' && validMuscles.length === 0)
      this.#report('"primaryMuscles" must have a muscle')
    return validMuscles
  }
}

function readEntry(fields: Fields): FreeExerciseDbEntry | undefined {
  const name = fields.name()
  const force = fields.wordOrNull('force')
  const level = fields.word('level')
  const mechanic = fields.wordOrNull('mechanic')
  const equipment = fields.wordOrNull('equipment')
  const category = fields.word('category')
  const primaryMuscles = fields.muscles('primaryMuscles')
  const secondaryMuscles = fields.muscles('secondaryMuscles')
  if (
    name === undefined ||
    force === undefined ||
    level === undefined ||
    mechanic === undefined ||
    equipment === undefined ||
    category === undefined ||
    primaryMuscles === undefined ||
    secondaryMuscles === undefined
  )
    return undefined
  return { name, force, level, mechanic, equipment, category, primaryMuscles, secondaryMuscles }
}

/** The maximum number of reported problems. */
const maxProblems = 20

/**
 * The entries of a free-exercise-db file (`dist/exercises.json`: a list of objects). Fields that Replog
 * doesn't use are ignored.
 *
 * @throws {FreeExerciseDbError} naming the first problems, if it isn't JSON or an entry is malformed
 */
export function readFreeExerciseDb(text: string): readonly FreeExerciseDbEntry[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new FreeExerciseDbError(['it is not JSON'])
  }
  if (!Array.isArray(json)) throw new FreeExerciseDbError(['it must be a list of exercises'])
  const entries: FreeExerciseDbEntry[] = []
  const problems: string[] = []
  json.forEach((value: unknown, index) => {
    const fields = new Fields(value, index)
    const entry = fields.isObject ? readEntry(fields) : undefined
    problems.push(...fields.problems)
    if (entry) entries.push(entry)
  })
  if (problems.length > maxProblems) {
    const omitted = problems.length - maxProblems
    throw new FreeExerciseDbError([...problems.slice(0, maxProblems), `and ${omitted} more`])
  }
  if (problems.length > 0) throw new FreeExerciseDbError(problems)
  return entries
}
