import { dayMs } from '#training/day-ms.ts'

/** A file designed to keep a server busy. */
export interface HostileFile {
  readonly name: string
  readonly content: () => string | Uint8Array<ArrayBuffer>
}

/** The maximum size of an imported file. */
const maxFileBytes = 20 * 1024 * 1024

const fitNotesHeader = 'Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n'
const strongHeader =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n'
const hevyHeader =
  '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
const bodyHeader = 'Date,Time,Measurement,Value,Unit,Comment\n'
const exportStart = '{"format":"replog","version":1,"exercises":[],"measurements":[],"workouts":'

function rows(count: number, row: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => row(index)).join('')
}

function day(index: number): string {
  return new Date(Date.UTC(1990, 0, 1) + index * dayMs).toISOString().slice(0, 10)
}

/** Repeats a string up to the maximum file size. */
function filled(start: string, text: string): string {
  return start + text.repeat(Math.floor((maxFileBytes - start.length) / text.length))
}

function latin(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'utf16le'))
}

const uuid = (index: number) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`

/** A workout in the format of an account export. */
function workout(index: number, sets: number): string {
  const startedAt = new Date(Date.UTC(1990, 0, 1) + index * dayMs).toISOString()
  const list = rows(
    sets,
    (set) => `${set > 0 ? ',' : ''}{"id":"${uuid(index * 1000 + set)}","type":"normal","reps":5}`,
  )
  const exercise = `{"id":"${uuid(index * 1000 + 999)}","exerciseId":"barbell-bench-press","sets":[${list}]}`
  const totals = `"totals":{"volume":{"value":0,"unit":"kg"},"sets":${sets},"reps":${sets * 5}}`
  return `{"id":"${uuid(index)}","startedAt":"${startedAt}","timeZone":"UTC","exercises":[${exercise}],${totals},"revision":1,"createdAt":"${startedAt}","updatedAt":"${startedAt}"}`
}

/** 99,000 rows, each with unique notes. */
function latinRows(notes: string): string {
  return rows(
    99_000,
    (i) => `${day(i % 3000)} 10:00:00,"\u00e9t\u00e9",1h,"Squat",${i % 9},100,5,0,0,"${notes}${i}",,\n`,
  )
}

/** Files of every format, each expensive in a different way. */
export const hostileFiles: readonly HostileFile[] = [
  {
    name: 'FitNotes: 20,000 names on one day',
    content: () => fitNotesHeader + rows(20_000, (i) => `2024-01-01,Name ${i},Legs,10,kgs,5,,,,\n`),
  },
  {
    name: 'FitNotes: 95,000 names on one day',
    content: () => fitNotesHeader + rows(95_000, (i) => `2024-01-01,Name ${i},Legs,10,kgs,5,,,,\n`),
  },
  {
    name: 'FitNotes: 2,000 long unknown names on one day',
    content: () =>
      fitNotesHeader +
      rows(2000, (i) => `2024-01-01,${i} ${'dumbbell sqat machne cable '.repeat(7)},Legs,10,kgs,5,,,,\n`),
  },
  {
    name: 'FitNotes: 2,000 misspelled names',
    content: () =>
      fitNotesHeader + rows(2000, (i) => `2024-01-01,bench presx incline dumbell ${i},Legs,10,kgs,5,,,,\n`),
  },
  {
    name: 'FitNotes: 100,000 sets of one exercise on one day',
    content: () => fitNotesHeader + '2024-01-01,Squat,Legs,100,kgs,5,,,,\n'.repeat(99_999),
  },
  {
    name: 'FitNotes: 5,000 days',
    content: () => fitNotesHeader + rows(5000, (i) => `${day(i)},Squat,Legs,100,kgs,5,,,,\n`),
  },
  {
    name: 'FitNotes: 5,000 days of 20 sets',
    content: () =>
      fitNotesHeader + rows(99_999, (i) => `${day(Math.floor(i / 20))},Squat,Legs,${i % 300},kgs,5,,,,\n`),
  },
  {
    name: 'FitNotes: 100,000 rows on 80,000 days',
    content: () => fitNotesHeader + rows(99_999, (i) => `${day(i % 80_000)},Squat,Legs,100,kgs,5,,,,\n`),
  },
  {
    name: 'FitNotes: alternating days, 99,000 runs of rows',
    content: () => fitNotesHeader + rows(99_000, (i) => `${day(i % 100)},Squat,Legs,${i % 999},kgs,5,,,,\n`),
  },
  {
    name: 'FitNotes: 5,000,000 sets in 100,000 rows',
    content: () =>
      `Date,Exercise,Category,Sets,Reps,Weight\n${rows(99_000, (i) => `${day(i % 5000)},Squat,Legs,100,5,100\n`)}`,
  },
  {
    name: 'FitNotes: unquoted commas in every row',
    content: () => fitNotesHeader + rows(95_000, () => '2024-01-01,A,b,c,d,e,f,g,h,i,Legs,100,kgs,5,,,,\n'),
  },
  {
    name: 'FitNotes: a comment of 15 kB in each of 1,300 rows',
    content: () =>
      fitNotesHeader + rows(1300, (i) => `2024-01-01,Squat,Legs,100,kgs,5,,,,"${i}${'é'.repeat(7500)}"\n`),
  },
  { name: '15,000,000 commas', content: () => ','.repeat(15_000_000) },
  {
    name: 'a header of 15,000,000 commas',
    content: () => `Date,Exercise,Category${','.repeat(15_000_000)}\n2024-01-01,Squat,Legs\n`,
  },
  { name: 'rows of 90,000 commas', content: () => filled(fitNotesHeader, `${','.repeat(90_000)}\n`) },
  { name: '20 MiB of quotes', content: () => '"'.repeat(maxFileBytes) },
  { name: 'a quote in every line, never closed', content: () => filled(fitNotesHeader, '"\n') },
  {
    name: 'a stray quote in every row',
    content: () =>
      strongHeader + rows(95_000, (i) => `2024-01-01 10:00:00,"A "b" c",1h,"Squat",${i},100,5,0,0,"",,\n`),
  },
  { name: '20 MiB of line breaks', content: () => '\n'.repeat(maxFileBytes) },
  { name: '20 MiB of spaces', content: () => ' '.repeat(maxFileBytes) },
  { name: 'a header, then 20 MiB of line breaks', content: () => filled(fitNotesHeader, '\n') },
  { name: 'one line of 20 MiB', content: () => filled('', 'x') },
  { name: '2,000,000 short rows', content: () => fitNotesHeader + '2024-1-1,\n'.repeat(2_000_000) },
  {
    name: 'Strong: 99,000 rows, 995 workouts',
    content: () =>
      strongHeader +
      rows(
        99_000,
        (i) =>
          `${day(Math.floor(i / 200))} 10:00:00,"A",1h,"Squat ${i % 50}",${(i % 4) + 1},${i % 300},5,0,0,"note ${i}",,8\n`,
      ),
  },
  {
    name: 'Strong: a problem in every row',
    content: () =>
      strongHeader +
      rows(99_000, (i) => `${day(i % 5000)} 10:00:00,"A",x,"Squat",${i % 9},y,z,q,w,"=1",,@9\n`),
  },
  {
    name: 'Strong: 99,000 unreadable dates',
    content: () =>
      strongHeader + rows(99_000, (i) => `${i} of nothing ${i},"A",1h,"Squat",1,100,5,0,0,"",,\n`),
  },
  {
    name: 'Strong: 99,000 workout names',
    content: () =>
      strongHeader + rows(99_000, (i) => `2024-01-01 10:00:00,"A ${i}",1h,"Squat",1,100,5,0,0,"",,\n`),
  },
  {
    name: 'Strong: one workout, doubled, 96,000 rows',
    content: () =>
      strongHeader +
      rows(48_000, (i) => `2024-01-01 10:00:00,"A",1h,"Squat",${i % 9999},100,5,0,0,"",,\n`).repeat(2),
  },
  {
    name: 'Hevy: 100,000 rows of multi-line texts',
    content: () =>
      hevyHeader +
      rows(
        100_000,
        (i) =>
          `"A","${(i % 28) + 1} jan 2024, 10:00","","two\nlines","Squat",,"x\ny",${i % 99},"normal",100,5,,,\n`,
      ),
  },
  {
    name: 'Hevy: an exercise per row, 60,000 rows',
    content: () =>
      hevyHeader +
      rows(
        60_000,
        (i) =>
          `"A","${(i % 28) + 1} jan 2024, 10:00","","","Lift ${i % 1999}",,"note ${i}",0,"normal",100,5,,,\n`,
      ),
  },
  {
    name: 'FitNotes body: 99,000 measurements',
    content: () =>
      bodyHeader +
      rows(
        99_000,
        (i) =>
          `${day(i % 9999)},${String(i % 24).padStart(2, '0')}:00:00,Bodyweight,${50 + (i % 1000) / 10},kgs,\n`,
      ),
  },
  {
    name: 'UTF-16, 10,000,000 characters',
    content: () =>
      utf16(
        strongHeader +
          rows(90_000, (i) => `${day(i % 3000)} 10:00:00,"é",1h,"Squat",${i % 9},100,5,0,0,"",,\n`),
      ),
  },
  {
    name: 'Windows-1252, 6 MB',
    content: () => latin(strongHeader + latinRows('\u00e9'.repeat(6))),
  },
  {
    name: 'Windows-1252, 20 MB, different notes on every row',
    content: () => latin(strongHeader + latinRows('\u00e9t\u00e9 '.repeat(36))),
  },
  {
    name: 'UTF-8, 20 MB, different notes on every row',
    content: () => strongHeader + latinRows('ete '.repeat(36)),
  },
  { name: 'no encoding: 20 MiB of 0xFF', content: () => new Uint8Array(maxFileBytes).fill(0xff) },
  { name: 'JSON: 9,000,000 brackets', content: () => `${exportStart}${'['.repeat(9_000_000)}` },
  { name: 'JSON: 3,000,000 nested objects', content: () => '{"a":'.repeat(3_000_000) },
  {
    name: 'JSON: a string of 20 MiB',
    content: () => `${exportStart}[{"notes":"${'x'.repeat(maxFileBytes - 200)}"}]}`,
  },
  {
    name: 'JSON: a string of 9,000,000 escapes',
    content: () => `${exportStart}[{"notes":"${'\\n'.repeat(9_000_000)}"}]}`,
  },
  { name: 'JSON: 10,000,000 numbers', content: () => `${exportStart}[${'1,'.repeat(10_000_000)}1]}` },
  { name: 'JSON: 6,000,000 empty objects', content: () => `${exportStart}[${'{},'.repeat(6_000_000)}{}]}` },
  {
    name: 'JSON: 99,000 invalid workouts',
    content: () => `${exportStart}[${rows(99_000, (i) => `${i > 0 ? ',' : ''}{"id":"${uuid(i)}"}`)}]}`,
  },
  {
    name: 'JSON: 90,000 members in one workout',
    content: () => `${exportStart}[{${rows(90_000, (i) => `${i > 0 ? ',' : ''}"m${i}":1`)}}]}`,
  },
  {
    name: 'JSON: 30,000 workouts',
    content: () => `${exportStart}[${rows(30_000, (i) => `${i > 0 ? ',' : ''}${workout(i, 3)}`)}]}`,
  },
  {
    name: 'JSON: 2,000 workouts of 100 sets',
    content: () => `${exportStart}[${rows(2000, (i) => `${i > 0 ? ',' : ''}${workout(i, 100)}`)}]}`,
  },
]
