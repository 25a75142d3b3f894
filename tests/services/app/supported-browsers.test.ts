import { expect, test } from 'bun:test'
import { appBundle } from '#services/app/bundle.ts'

const { files, page, serviceWorker } = await appBundle()
const textsOf = (extension: string) =>
  [...files]
    .filter(([name]) => name.endsWith(extension))
    .map(([name, { body }]): [string, string] => [name, new TextDecoder().decode(body)])

/** Features newer than the oldest supported browsers: Chrome 123, Safari 17.5, Firefox 121 (https://webstatus.dev). */
const tooNew = {
  '.js':
    /\b(?:Promise\.try|RegExp\.escape|URL\.parse|AbortSignal\.any|URLPattern|DurationFormat|Iterator\.|Error\.isError|Float16Array|scheduler\.|navigation\.|CloseWatcher)|\.(?:union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom|sumPrecise|toBase64|fromBase64|toHex|fromHex|setFromHex|bytes|getOrInsert|startViewTransition)\(|(?:values|entries|keys)\(\)\.(?:map|filter|take|drop|reduce|some|every|find|flatMap|toArray)\(/,
  '.css':
    /@starting-style|@view-transition|@position-try|@scope|@function|anchor\(|if\(|calc-size|field-sizing|text-wrap: ?pretty|interpolate-size|view-transition|animation-timeline|sibling-|:open\b|corner-shape/,
}

test('scripts and styles use nothing that the oldest supported browsers lack', () => {
  const scripts: [string, string][] = [...textsOf('.js'), ['sw.js', serviceWorker]]
  const styles = textsOf('.css')
  expect([scripts.length > 10, styles.length]).toEqual([true, 2])
  const found = (texts: readonly [string, string][], pattern: RegExp) =>
    texts.flatMap(([name, text]) =>
      (pattern.exec(text) ?? []).slice(0, 1).map((match) => `${name}: ${match}`),
    )
  expect([...found(scripts, tooNew['.js']), ...found(styles, tooNew['.css'])]).toEqual([])
})

test('an unsupported browser shows which browsers are supported, and a supported browser hides that list', () => {
  expect(page).toContain(
    '<p class="old">Replog needs a newer browser: Chrome or Edge 123, Safari 17.5, Firefox 121',
  )
  const style = textsOf('.css').find(([name]) => page.includes(name))?.[1]
  expect(style).toMatch(
    /@supports \(color: ?light-dark\(red, ?red\)\) and selector\(:has\(a\)\) ?\{\.old ?\{display: ?none;?\}\}/,
  )
})
