import { Database, type SQLQueryBindings, type Statement } from 'bun:sqlite'
import { packedRow, performedRows } from '#db/packed/save.ts'
import { documentOf } from '#db/workouts/content.ts'
import { storedWorkout } from '#db/workouts/document.ts'
import { randomFrom } from './random.ts'
import { generateWorkout, type ScheduledWorkout, schedule, type Trainee } from './workouts.ts'

/** Every user is weighed once in this many workouts. */
const workoutsPerWeighIn = 5

type Row = Readonly<Record<string, SQLQueryBindings>>
type Insert = (row: Row) => void

/**
 * Writes the training of these users, in chronological order, directly into an unused database created by
 * Replog. The same trainees yield the same rows. Missing accounts are created.
 */
export function seedTraining(file: string, trainees: readonly Trainee[]): void {
  const sqlite = new Database(file)
  try {
    sqlite.run('pragma synchronous = off')
    // Negative means KiB. Large enough for everything, because writing in chronological order would
    // otherwise be many times slower.
    sqlite.run('pragma cache_size = -1500000')
    sqlite.transaction(() => {
      addMissingUsers(sqlite, trainees)
      addTraining(sqlite, trainees)
    })()
    sqlite.run('pragma wal_checkpoint(truncate)')
  } finally {
    // An open statement would keep the file open and locked until it is garbage-collected.
    for (const statement of statements.splice(0)) statement.finalize()
    sqlite.close()
  }
}

/** The open statements. */
const statements: Statement[] = []

function prepareIn(sqlite: Database, text: string): Statement {
  const statement: Statement = sqlite.prepare(text)
  statements.push(statement)
  return statement
}

function addTraining(sqlite: Database, trainees: readonly Trainee[]): void {
  const insertWorkout = insertInto(sqlite, 'workouts')
  const insertPacked = insertInto(sqlite, 'packedWorkouts')
  const insertPerformed = insertInto(sqlite, 'performedExercises')
  const insertMeasurement = insertInto(sqlite, 'measurements')
  for (const scheduled of schedule(trainees)) {
    const generated = generateWorkout(scheduled)
    insertWorkout({ ...storedWorkout(generated.workout, documentOf(generated)) })
    insertPacked({ ...packedRow(generated) })
    for (const performed of performedRows(generated)) insertPerformed({ ...performed })
    if (scheduled.number % workoutsPerWeighIn === 0) insertMeasurement(weighIn(scheduled))
  }
  const setSeq = prepareIn(sqlite, 'update users set seq = ? where id = ?')
  for (const { userId, workouts } of trainees) setSeq.run(workouts, userId)
}

function weighIn({ userId, number, startedAt, seed }: ScheduledWorkout): Row {
  const random = randomFrom(seed + 1)
  const value = 78 + random.below(60) / 10
  return {
    userId,
    id: random.uuid(startedAt),
    kind: 'bodyweight',
    value,
    unit: 'kg',
    canonical: value * 1000,
    measuredAt: startedAt,
    revision: 1,
    createdAt: startedAt,
    updatedAt: startedAt,
    seq: number,
  }
}

function addMissingUsers(sqlite: Database, trainees: readonly Trainee[]): void {
  const findUser = prepareIn(sqlite, 'select 1 from users where id = ?')
  const insertAddress = insertInto(sqlite, 'emailAddresses')
  const insert = insertInto(sqlite, 'users')
  for (const { userId } of trainees) {
    if (findUser.get(userId)) continue
    insertAddress({ emailKey: `${userId}@example.com`, userId })
    insert({
      id: userId,
      email: `${userId}@example.com`,
      emailKey: `${userId}@example.com`,
      // Matches no password.
      passwordHash: 'none',
      unit: 'kg',
      distanceUnit: 'km',
      timeZone: 'UTC',
      dayStartHour: 0,
      weekStart: 'monday',
      seq: 0,
      revision: 1,
      createdAt: 0,
      updatedAt: 0,
    })
  }
}

/** Inserts rows that all have the columns of the first one. */
function insertInto(sqlite: Database, table: string): Insert {
  let run: Insert | undefined
  const prepareFor = (first: Row): Insert => {
    const columns = Object.keys(first)
    const names = columns.map((column) => `"${column}"`).join()
    const statement = prepareIn(
      sqlite,
      `insert into "${table}" (${names}) values (${columns.map(() => '?').join()})`,
    )
    return (row) => void statement.run(...columns.map((column) => row[column] ?? null))
  }
  return (row) => {
    run ??= prepareFor(row)
    run(row)
  }
}
