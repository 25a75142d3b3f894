import { createReplogClient } from '#generated/client.ts'
import { runServer, type TestProcess } from '#tests/server/process.ts'
import { chromiumPath, hasChromium, type Page } from '#tests/support/browser.ts'
import { copySeededDatabase } from '#tests/support/template.ts'

/** Whether the browser tests are skipped because there is no Chromium. On CI they fail instead. */
export const isSkipped = !hasChromium && process.env.CI !== 'true'
if (isSkipped)
  process.stderr.write(
    `No Chromium at ${chromiumPath} (CHROMIUM_BIN): the browser tests of the client are skipped.\n`,
  )

export const credentials = { email: 'ada@example.com', password: 'gravel teapot eleven moons' }

/** A server that can be killed and started again at the same address. */
export async function startServer(folder: string, origin: string, port = '0') {
  await copySeededDatabase(folder)
  const server = runServer({
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

/** Clicks the button without waiting for the sets to be saved. */
export async function click(page: Page, count: number): Promise<void> {
  await page.value(`for (let clicks = 0; clicks < ${count}; clicks++) document.querySelector('#log').click()`)
}

/**
 * Clicks the button, and waits until the page shows each set as saved. Resolves to the ids of all sets that it
 * has shown as saved.
 */
export async function logSets(page: Page, count: number): Promise<string[]> {
  const before = (await savedIn(page)).length
  await click(page, count)
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

// Conditions for `page.until`.

export const isReady = `document.title === 'ready'`
export const areSaved = (count: number) => `document.querySelectorAll('#saved li').length >= ${count}`
export const showsSets = (count: number) => `document.querySelectorAll('#sets li').length === ${count}`
export const hasStatus = (status: string) =>
  `document.querySelector('#status')?.textContent.startsWith('${status}') === true`

/** Registers or logs in on the page, as its form would. */
export function authenticate(page: Page, method: 'register' | 'logIn'): Promise<unknown> {
  return page.value(`log.${method}(${JSON.stringify(credentials)}).then(() => true)`)
}
