import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { parse } from 'yaml'
import { contractDocument, contractYaml } from '../../src/docs/contract.ts'
import { contentSecurityPolicy, referencePage } from '../../src/docs/page.ts'
import { referenceScript } from '../../src/docs/script.ts'
import { type Browser, chromiumIsThere, chromiumPath, type Page, startBrowser } from './browser.ts'

/** What CI can't do must fail there; elsewhere a contributor may lack the browser. */
const skipped = !chromiumIsThere && process.env.CI !== 'true'
if (skipped) process.stderr.write(`No Chromium at ${chromiumPath} (CHROMIUM_BIN): /docs is not looked at.\n`)

describe.skipIf(skipped)('the reference in a browser', () => {
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    routes: {
      '/docs': async () =>
        new Response(await referencePage(), {
          headers: {
            'Content-Type': 'text/html; charset=utf-8',
            'Content-Security-Policy': contentSecurityPolicy,
          },
        }),
      '/docs/standalone.js': async () =>
        new Response(await referenceScript(), { headers: { 'Content-Type': 'text/javascript' } }),
      '/openapi.json': async () => Response.json(await contractDocument()),
    },
    fetch: () => new Response('', { status: 404 }),
  })
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await startBrowser()
    page = await browser.open(`${server.url}docs`)
    await page.until(`document.querySelector('aside')?.innerText.includes('Workouts') === true`)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server.stop(true)
  })

  test('lists every operation of the contract by its summary', async () => {
    const { paths } = parse(new TextDecoder().decode(await contractYaml()))
    const summaries: string[] = Object.values<Record<string, { summary?: string }>>(paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ summary }) => summary ?? [])
    expect(summaries.length).toBeGreaterThan(30)
    await page.value(`
      for (const button of document.querySelectorAll('aside button[aria-expanded=false]')) button.click()
    `)
    await page.until(
      `${JSON.stringify(summaries)}.every((text) => document.querySelector('aside').innerText.includes(text))`,
    )
    expect(await page.value('document.title')).toContain('Replog API')
  })

  test('leads to an operation, with what it takes', async () => {
    await page.value(`location.hash = '#tag/workouts/POST/api/workouts'`)
    await page.until(`document.querySelector('main').innerText.includes('supersetGroup')`)
  })

  test('asks nothing of any other host, and not more than it needs', () => {
    const fetched = page.requests.filter((address) => !/^(data|blob):/.test(address))
    expect(new Set(fetched)).toEqual(
      new Set([`${server.url}docs`, `${server.url}docs/standalone.js`, `${server.url}openapi.json`]),
    )
  })

  test('reports no error', () => {
    expect(page.errors).toEqual([])
  })
})
