/** One word as people write it → the words that it stands for. Singular, lowercase. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  // Written as one word by some, as two by others.
  pullup: ['pull', 'up'],
  pushup: ['push', 'up'],
  chinup: ['chin', 'up'],
  situp: ['sit', 'up'],
  stepup: ['step', 'up'],
  getup: ['get', 'up'],
  muscleup: ['muscle', 'up'],
  pulldown: ['pull', 'down'],
  pushdown: ['push', 'down'],
  pressdown: ['press', 'down'],
  pullover: ['pull', 'over'],
  crossover: ['cross', 'over'],
  pullapart: ['pull', 'apart'],
  pullthrough: ['pull', 'through'],
  bentover: ['bent', 'over'],
  rollout: ['roll', 'out'],
  kickback: ['kick', 'back'],
  deadlift: ['dead', 'lift'],
  deadlifting: ['dead', 'lift'],
  facepull: ['face', 'pull'],
  skullcrusher: ['skull', 'crusher'],
  woodchop: ['wood', 'chop'],
  woodchopper: ['wood', 'chop'],
  chopper: ['chop'],
  benchpress: ['bench', 'press'],
  legpress: ['leg', 'press'],
  bodyweight: ['body', 'weight'],
  barbell: ['bar', 'bell'],
  dumbbell: ['dumb', 'bell'],
  kettlebell: ['kettle', 'bell'],
  tbar: ['t', 'bar'],
  vbar: ['v', 'bar'],
  ezbar: ['ez', 'bar'],
  isolateral: ['iso', 'lateral'],
  // Misspelled or cut short.
  dumbell: ['dumb', 'bell'],
  dumbel: ['dumb', 'bell'],
  dumbbel: ['dumb', 'bell'],
  barbel: ['bar', 'bell'],
  db: ['dumb', 'bell'],
  bb: ['bar', 'bell'],
  kb: ['kettle', 'bell'],
  bw: ['body', 'weight'],
  paused: ['pause'],
  flye: ['fly'],
  calve: ['calf'],
  abdominal: ['ab'],
  deltoid: ['delt'],
  // Cut to their first letters.
  rdl: ['romanian', 'dead', 'lift'],
  ohp: ['overhead', 'press'],
  btn: ['behind', 'neck'],
  med: ['medicine'],
  alt: ['alternating'],
  ext: ['extension'],
  // Different words for the same thing.
  smith: ['smith', 'machine'],
  sitting: ['seated'],
  alternate: ['alternating'],
  supinated: ['underhand'],
  one: ['single'],
  '1': ['single'],
}

/** Words that don't help to identify the exercise. */
const fillers = new Set(['the', 'and', 'with', 'w', 'of', 'on'])

/** A word without its plural ending: presses → press, crunches → crunch, flies → fly, raises → raise. */
function singular(word: string): string {
  if (word.length < 3 || !word.endsWith('s')) return word
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  if (word.endsWith('es')) {
    const stem = word.slice(0, -2)
    if (stem.endsWith('ss') || stem.endsWith('ch') || stem.endsWith('sh') || stem.endsWith('x')) return stem
    if (stem.length > 2 && stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  }
  return word.slice(0, -1)
}

const ascii = /^[ -~]*$/

/** In lowercase and without accents. */
function plain(text: string): string {
  // Most names are ASCII, and have no accents to remove.
  if (ascii.test(text)) return text.toLowerCase()
  // Lowercase can bring a mark (İ), so it comes before the marks go.
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
}

function spelledOut(word: string): readonly string[] {
  return Object.hasOwn(spellings, word) ? (spellings[word] ?? []) : [word]
}

/**
 * The words of a name in their order: lowercase, without accents, punctuation, brackets and fillers.
 * `Low-to-High Fly` keeps its direction as one word, since low to high isn't high to low: `low>high fly`.
 */
export function plainWords(name: string): readonly string[] {
  return (
    plain(name)
      // An apostrophe does not separate words (`farmer's` is `farmers`), and the bar is called E-Z as well as
      // EZ.
      .replace(/['’`]/g, '')
      .replace(/\be-z\b/g, 'ez')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .replace(/(?<=\S) to (?=\S)/g, '>')
      .split(' ')
      .filter((word) => word !== '' && !fillers.has(word))
  )
}

/** The words of a name in their normal form and in order: `Dumbell Flyes (Incline)` → `dumb bell fly incline`. */
export function nameWords(name: string): readonly string[] {
  return plainWords(name).flatMap((word) =>
    word.includes('>') ? [word.split('>').map(singular).join('>')] : spelledOut(singular(word)),
  )
}

/**
 * The normal form under which two names are the same exercise: its words, sorted, each once. `Bench Press (Barbell)`,
 * `barbell bench-press` and `Barbell Bench Presses` have one key. Empty for a name without a letter or digit.
 */
export function nameKey(name: string): string {
  return [...new Set(nameWords(name))].sort().join(' ')
}
