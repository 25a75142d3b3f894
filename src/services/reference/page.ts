import { Elysia } from 'elysia'
import { scriptName } from './script.ts'

/**
 * Keeps the page from contacting any other host, whatever Scalar's own code would like to load. Inline styles
 * are allowed because Scalar adds them to the document itself.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A barbell. Inline, so that no browser asks for `/favicon.ico`. */
const icon = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
  '<path d="M9 16h14M9 9v14M23 9v14M5 12v8M27 12v8" stroke="#888" stroke-width="3"/></svg>',
].join('')

/**
 * Scalar's settings: nothing that calls home (fonts, telemetry, the "ask AI" agent, the cloud editor). The
 * policy above would block it anyway; without these the page would show buttons that fail.
 *
 * @see https://github.com/scalar/scalar/blob/main/documentation/configuration.md
 */
const scalarConfig = {
  spec: { url: '/openapi.json' },
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
  customCss: '',
  favicon: `data:image/svg+xml,${encodeURIComponent(icon)}`,
} as const

let page: Promise<string> | undefined

/**
 * The HTML of the reference for the published contract, as rendered by `@elysiajs/swagger`. The plugin takes
 * 40 ms to load, so it is loaded on first use and not at startup.
 */
export function referencePage(): Promise<string> {
  page ??= render()
  return page
}

async function render(): Promise<string> {
  const { swagger } = await import('@elysiajs/swagger')
  const reference = new Elysia().use(
    swagger({
      path: '/docs',
      scalarCDN: `/docs/${scriptName}`,
      scalarConfig,
      documentation: {
        info: { title: 'Replog API', description: 'The reference of the Replog API', version: '' },
      },
    }),
  )
  const answer = await reference.handle(new Request('http://localhost/docs'))
  // The element with the configuration is an empty script, which the policy would report as blocked.
  return (await answer.text()).replace(/>\s+<\/script>/, '></script>')
}
