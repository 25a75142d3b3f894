import { Elysia } from 'elysia'
import type { ReferenceAssetName } from './assets.ts'

const script: ReferenceAssetName = 'swagger-ui-bundle.js'
const style: ReferenceAssetName = 'swagger-ui.css'

/** The reference page, and the Content-Security-Policy that keeps it from contacting any other host. */
export interface ReferencePage {
  readonly html: string
  readonly contentSecurityPolicy: string
}

/** A barbell. Inline, so that browsers don't request `/favicon.ico`. */
const icon = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
  '<path d="M9 16h14M9 9v14M23 9v14M5 12v8M27 12v8" stroke="#888" stroke-width="3"/></svg>',
].join('')

/**
 * Swagger UI's settings: operations listed in the contract's order, a filter, a token that survives a reload,
 * and no validator badge, which would send the contract to another host.
 *
 * @see https://swagger.io/docs/open-source-tools/swagger-ui/usage/configuration/
 */
const swaggerOptions = {
  url: '/openapi.json',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  filter: true,
  persistAuthorization: true,
  tryItOutEnabled: true,
  validatorUrl: 'none',
} as const

let page: Promise<ReferencePage> | undefined

/**
 * The reference page for the published contract, rendered by `@elysiajs/swagger`. The plugin takes 40 ms
 * to load, so it is loaded on first use and not at startup.
 */
export function referencePage(): Promise<ReferencePage> {
  page ??= render()
  return page
}

async function render(): Promise<ReferencePage> {
  const { swagger } = await import('@elysiajs/swagger')
  const reference = new Elysia().use(
    swagger({
      provider: 'swagger-ui',
      path: '/docs',
      theme: `/docs/${style}`,
      swaggerOptions,
      documentation: {
        info: { title: 'Replog API', description: 'The Replog API reference', version: '' },
      },
    }),
  )
  const response = await reference.handle(new Request('http://localhost/docs'))
  const html = withOwnFiles(await response.text())
  return { html, contentSecurityPolicy: policyFor(html) }
}

/** The plugin loads Swagger UI's script from a CDN and has no setting for its URL. */
function withOwnFiles(html: string): string {
  const favicon = `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}" />`
  return html
    .replace(/<script src="https:[^"]+" crossorigin>/, `<script src="/docs/${script}">`)
    .replace('</head>', `${favicon}</head>`)
}

/**
 * Allows the one inline script by its hash, and inline styles because Swagger UI adds them to the
 * document.
 */
function policyFor(html: string): string {
  const inline = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
  const hash = new Bun.CryptoHasher('sha256').update(inline).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
