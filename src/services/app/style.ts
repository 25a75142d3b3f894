import { lazy } from '#lib/lazy.ts'
import { readSource } from './files.ts'

/** The style sheets and their sources: the first is for Today, the second for all other pages. */
export const styleSheets = {
  'app.css': ['tokens.css', 'base.css', 'parts.css', 'wide.css'],
  'more.css': ['controls.css', 'pages.css', 'workout.css', 'figures.css'],
} as const

const readText = async (name: string) => new TextDecoder().decode(await readSource(name))

/** The text of a style sheet, with the addresses of the files in it replaced. */
export async function styleSheet(
  sheet: keyof typeof styleSheets,
  addresses: ReadonlyMap<string, string>,
): Promise<string> {
  const text = (await Promise.all(styleSheets[sheet].map(readText))).join('\n')
  const withAddresses = text.replace(/url\("([^"]+)"\)/g, (whole, name: string) => {
    const address = addresses.get(name)
    return address === undefined ? whole : `url("${address}")`
  })
  const shortNames = await shortTokens()
  return minify(withAddresses).replace(property, (name) => shortNames.get(name) ?? name)
}

const property = /--[a-z][\w-]*/g

/**
 * Short names for the tokens in the served style sheets, because the original names would make up a twentieth of the
 * size. No script uses them.
 */
const shortTokens = lazy(async () => {
  const names = (await readText('tokens.css')).match(property) ?? []
  return new Map([...new Set(names)].map((name, index) => [name, `--${index.toString(36)}`]))
})

/**
 * Removes comments and unnecessary whitespace, and shortens numbers and colors. Bun's own minifier rewrites
 * `light-dark()` for browsers that the app doesn't support.
 */
function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/[^{};]+(?={)/g, (selector) => selector.replaceAll(' + ', '+'))
    .replaceAll(' / ', '/')
    .replace(/rgb\((\d+) (\d+) (\d+)\/([\d.]+)\)/g, (_, red, green, blue, alpha) =>
      hexColor([red, green, blue, alpha * 255]),
    )
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/(?<![\w.#])0\.(?=\d)/g, '.')
    .replace(/#(\w)\1(\w)\2(\w)\3\b/g, '#$1$2$3')
    .trim()
}

/** A color in hexadecimal, from its red, green, blue and alpha, 0–255. */
const hexColor = (parts: readonly (number | string)[]) =>
  `#${Buffer.from(parts.map((part) => Math.round(Number(part)))).toString('hex')}`
