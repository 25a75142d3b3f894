import { readSource } from './files.ts'

/** The style sheets, each from these sources: the first is needed by Today, the second by all others. */
export const styleSheets = {
  'app.css': ['tokens.css', 'base.css', 'parts.css', 'wide.css'],
  'more.css': ['workout.css', 'figures.css'],
} as const

/** The text of a style sheet, with the addresses of the files that it names replaced. */
export async function styleSheet(
  sheet: keyof typeof styleSheets,
  addresses: ReadonlyMap<string, string>,
): Promise<string> {
  const parts = await Promise.all(styleSheets[sheet].map(readSource))
  const text = parts.map((part) => new TextDecoder().decode(part)).join('\n')
  const named = text.replace(/url\("([^"]+)"\)/g, (whole, name: string) => {
    const address = addresses.get(name)
    return address === undefined ? whole : `url("${address}")`
  })
  return minified(named)
}

/**
 * Without comments and most white space. Bun's own minifier rewrites `light-dark()` for browsers that the app
 * doesn't support.
 */
function minified(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim()
}
