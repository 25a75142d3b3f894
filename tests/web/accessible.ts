import { expect } from 'bun:test'
import type { AppPage } from './app-page.ts'

const axe = await Bun.file(new URL(import.meta.resolve('axe-core/axe.min.js'))).text()

const violations = (
  options: object,
) => `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`

/** The rules that are checked in each theme. The themes differ only in colors, which no other rule looks at. */
const rules = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] } as const

const overflows = `document.documentElement.scrollWidth > document.documentElement.clientWidth ||
  document.querySelector('dialog[open]')?.scrollWidth > document.querySelector('dialog[open]')?.clientWidth`

/**
 * Checks that the page and its open sheet are accessible and not too wide, at each width and in both themes.
 *
 * @param untilReady waits until the page is ready to be checked at a width
 */
export async function expectAccessible(
  app: AppPage,
  widths: readonly number[],
  untilReady: (width: number) => Promise<void> = async () => {},
): Promise<void> {
  // Evaluated by DevTools, to which the page's content security policy doesn't apply.
  if ((await app.value(`'axe' in globalThis`)) !== true) await app.value(`${axe}; true`)
  for (const width of widths) {
    for (const theme of ['light', 'dark'] as const) {
      await app.view(width, theme)
      await untilReady(width)
      const options = { resultTypes: ['violations'], runOnly: rules[theme] }
      const found = { violations: await app.value(violations(options)), overflow: await app.value(overflows) }
      expect({ width, theme, ...found }).toEqual({
        width,
        theme,
        violations: [],
        overflow: false,
      })
    }
  }
}
