/** One word as people write it → the words that it stands for. Singular, lowercase. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  // Written together by some, apart by others.
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
  flye: ['fly'],
  calve: ['calf'],
  abdominal: ['ab'],
  deltoid: ['delt'],
  // The same said differently.
  one: ['single'],
  '1': ['single'],
}

/** Words that say nothing about which exercise it is. */
const fillers = new Set(['the', 'and', 'with', 'w', 'of', 'on'])

/** A word without its plural ending: presses → press, crunches → crunch, flies → fly, raises → raise. */
function singular(word: string): string {
  if (word.length < 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (/(?:ss|ch|sh|x)es$/.test(word)) return word.slice(0, -2)
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.slice(0, -1)
}

function spelledOut(word: string): readonly string[] {
  return Object.hasOwn(spellings, word) ? (spellings[word] ?? []) : [word]
}

/**
 * The words of a name in their normal form and in the order in which they were written: lowercase, without accents,
 * punctuation, brackets, plural endings and fillers; `Dumbell Flyes (Incline)` → `dumb bell fly incline`.
 * A direction keeps its order as one word, since low to high isn't high to low: `Low-to-High Fly` → `low>high fly`.
 */
export function nameWords(name: string): readonly string[] {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // An apostrophe parts no words (`farmer's` is `farmers`), and the bar is called E-Z as well as EZ.
      .replace(/['’`]/g, '')
      .replace(/\be-z\b/g, 'ez')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .replace(/(?<=\S) to (?=\S)/g, '>')
      .split(' ')
      .filter((word) => word !== '' && !fillers.has(word))
      .flatMap((word) =>
        word.includes('>') ? [word.split('>').map(singular).join('>')] : spelledOut(singular(word)),
      )
  )
}

/**
 * The normal form under which two names are the same exercise: its words, sorted, each once. `Bench Press (Barbell)`,
 * `barbell bench-press` and `Barbell Bench Presses` have one key. Empty for a name without a letter or digit.
 */
export function nameKey(name: string): string {
  return [...new Set(nameWords(name))].sort().join(' ')
}
