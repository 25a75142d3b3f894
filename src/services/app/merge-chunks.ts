/** Scripts by name. */
export type Scripts = ReadonlyMap<string, string>

/** Several scripts merged into one, and how others import from it. */
interface Merged {
  readonly name: string
  readonly text: string
  /** The new name of an export, by script and old name. */
  readonly renamed: ReadonlyMap<string, string>
}

const importOf = /import(?:\{([^}]*)\}from)?"\.\/([\w-]+\.js)";?/g

/** The scripts after joining, and the names of the joined ones in the order of the groups. */
interface Joined {
  readonly scripts: Scripts
  readonly merged: readonly string[]
}

/**
 * Joins scripts that are always loaded together into one file: a bundler creates a chunk for every set of
 * entry points that share a module, so a page would fetch dozens of them, each compressed separately.
 *
 * @param groups disjoint; each imports only from itself and earlier ones, or lazily from anything
 */
export async function mergeChunks(scripts: Scripts, groups: readonly ReadonlySet<string>[]): Promise<Joined> {
  let now = scripts
  const merged: string[] = []
  for (const group of groups) {
    const joined = await joinGroup(now, group)
    now = joined.scripts
    merged.push(joined.name)
  }
  return { scripts: now, merged }
}

async function joinGroup(
  scripts: Scripts,
  group: ReadonlySet<string>,
): Promise<{ readonly scripts: Scripts; readonly name: string }> {
  const outside = [...scripts].filter(([name]) => !group.has(name))
  const used = new Set(
    outside.flatMap(([, text]) =>
      importsOf(text).flatMap(({ from, names }) =>
        group.has(from) ? names.map(([exported]) => `${from} ${exported}`) : [],
      ),
    ),
  )
  const { name, text, renamed } = await merge(scripts, group, [...used].sort())
  const rewritten = outside.map(([other, body]) => [other, rewrite(body, group, name, renamed)] as const)
  // The bundler also lists what to preload for a lazy import.
  const listed = ([other, body]: readonly [string, string]) =>
    [
      other,
      body.replace(/"\.\/([\w-]+\.js)"/g, (at, file) => (group.has(file) ? `"./${name}"` : at)),
    ] as const
  return { scripts: new Map([...rewritten, [name, text] as const].map(listed)), name }
}

async function merge(scripts: Scripts, group: ReadonlySet<string>, used: readonly string[]): Promise<Merged> {
  const members = [...group].sort()
  const renamed = new Map(used.map((one, index) => [one, `x${index.toString(36)}`]))
  const exports = used.map((one) => {
    const [from, exported] = one.split(' ')
    return `export{${exported} as ${renamed.get(one)}}from"./${from}"`
  })
  const entry = [...members.map((one) => `import"./${one}"`), ...exports].join(';\n')
  const folder = '/merged/'
  const { outputs } = await Bun.build({
    entrypoints: [`${folder}entry.js`],
    files: {
      [`${folder}entry.js`]: entry,
      ...Object.fromEntries(members.map((one) => [folder + one, scripts.get(one) ?? ''])),
    },
    plugins: [
      {
        name: 'others stay apart',
        setup(build) {
          build.onResolve({ filter: /^\.\// }, ({ path }) =>
            group.has(path.slice(2)) ? undefined : { path, external: true },
          )
        },
      },
    ],
    target: 'browser',
    format: 'esm',
    minify: true,
  })
  // The names of the parts identify their contents and those of everything they import.
  const hash = new Bun.CryptoHasher('sha256').update(members.join()).digest('hex').slice(0, 8)
  return { name: `main-${hash}.js`, text: (await outputs[0]?.text()) ?? '', renamed }
}

/** The static imports of a script, with the name of each there and here. */
function importsOf(text: string) {
  return [...text.matchAll(importOf)].map(([, list = '', from = '']) => ({
    from,
    names: list
      .split(',')
      .filter((part) => part !== '')
      .map((part) => part.split(' as ') as [exported: string, local?: string]),
  }))
}

function rewrite(
  text: string,
  group: ReadonlySet<string>,
  name: string,
  renamed: ReadonlyMap<string, string>,
): string {
  return text.replace(importOf, (whole, list: string | undefined, from: string) => {
    if (!group.has(from)) return whole
    if (list === undefined) return `import"./${name}";`
    const names = list.split(',').map((part) => {
      const [exported = '', local = exported] = part.split(' as ')
      return `${renamed.get(`${from} ${exported}`)} as ${local}`
    })
    return `import{${names.join()}}from"./${name}";`
  })
}

/** A script and everything that must be loaded before it can run. */
export function neededBy(scripts: Scripts, name: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(name)) return known
  known.add(name)
  for (const { from } of importsOf(scripts.get(name) ?? '')) neededBy(scripts, from, known)
  return known
}
