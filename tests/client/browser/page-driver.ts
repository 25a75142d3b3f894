import { createReplogClient } from '#generated/client.ts'
import { run, type TestProcess } from '#tests/server/process.ts'
import { chromiumPath, hasChromium, type Page } from '#tests/support/browser.ts'

/**
 * Whether these tests are skipped for lack of a browser. On CI they must fail instead, but a contributor may
 * not have one.
 */
export const skipped = !hasChromium && process.env.CI !== 'true'
if (skipped)
  process.stderr.write(`No Chromium at ${chromiumPath} (CHROMIUM_BIN): the client is not tried in it.\n`)

export const credentials = { email: 'ada@example.com', password: 'gravel teapot eleven moons' }

/** A server that can be killed and started again at the same address. */
export async function startServer(folder: string, origin: string, port = '0') {
  const server = run('src/main.ts', [], {
    PORT: port,
    REPLOG_DATA: folder,
    REPLOG_RATE_LIMIT: 'off',
    REPLOG_CORS_ORIGINS: origin,
  })
  const { url } = await server.line('ready')
  return { server, address: new URL(String(url)) }
}

export async function kill({ process }: TestProcess): Promise<void> {
  process.kill('SIGKILL')
  await process.exited
}

/** Taps the button, without waiting for anything. */
export async function tap(page: Page, count: number): Promise<void> {
  await page.value(`for (let tap = 0; tap < ${count}; tap++) document.querySelector('#log').click()`)
}

/**
 * Taps the button, and waits until the page shows each set as saved. Resolves to the ids of all sets that it
 * has shown as saved.
 */
export async function logSets(page: Page, count: number): Promise<string[]> {
  const before = (await savedIn(page)).length
  await tap(page, count)
  await page.until(areSaved(before + count))
  return savedIn(page)
}

/** The ids of the sets that the page has shown as saved since it was loaded. */
export function savedIn(page: Page): Promise<string[]> {
  return idsIn(page, `[...document.querySelectorAll('#saved li')].map((item) => item.textContent)`)
}

/** The ids of the sets that the page shows. */
export function shownIn(page: Page): Promise<string[]> {
  return idsIn(page, `[...document.querySelectorAll('#sets li')].map((item) => item.dataset.id)`)
}

async function idsIn(page: Page, expression: string): Promise<string[]> {
  return String(await page.value(`${expression}.join(' ')`))
    .split(' ')
    .filter(Boolean)
}

/** The ids of the sets in each workout on the server. */
export async function workoutsAt({ origin }: URL): Promise<string[][]> {
  const client = createReplogClient({ baseUrl: origin })
  const { data: tokens } = await client.POST('/api/auth/login', { body: credentials })
  const headers = { Authorization: `Bearer ${tokens?.accessToken}` }
  const { data } = await client.GET('/api/workouts', { headers })
  const workouts = data?.items ?? []
  return workouts.map(({ exercises }) => exercises.flatMap(({ sets }) => sets.map(({ id }) => id)))
}

// Conditions for `until`.

export const isReady = `document.title === 'ready'`
export const areSaved = (count: number) => `document.querySelectorAll('#saved li').length >= ${count}`
export const shown = (count: number) => `document.querySelectorAll('#sets li').length === ${count}`
export const isAt = (status: string) =>
  `document.querySelector('#status')?.textContent.startsWith('${status}') === true`

/** Calls a method of the log with the credentials, as a login form would. */
export function enter(page: Page, how: 'register' | 'logIn'): Promise<unknown> {
  return page.value(`log.${how}(${JSON.stringify(credentials)}).then(() => true)`)
}
