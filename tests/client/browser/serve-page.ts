import { join } from 'node:path'

/** A server for the page's files, on a different origin from the API, as a frontend might be. */
export interface PageServer {
  readonly origin: string
  stop(): Promise<void>
}

/** Bundles a page and the worker of `page.ts` for browsers, and serves them. */
export async function servePage(script = 'page.ts'): Promise<PageServer> {
  const page =
    '<!doctype html><meta charset="utf-8"><title></title><body><script type="module" src="/page.js"></script>'
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    routes: {
      '/': new Response(page, { headers: { 'Content-Type': 'text/html' } }),
      '/page.js': javaScript(await bundleOnce(script)),
      '/worker.js': javaScript(await bundleOnce('worker.ts')),
      '/favicon.ico': new Response(null, { status: 204 }),
    },
  })
  return { origin: server.url.origin, stop: () => server.stop(true) }
}

const javaScript = (text: string) => new Response(text, { headers: { 'Content-Type': 'text/javascript' } })

/** The bundles so far, so that each file is bundled only once. */
const bundles = new Map<string, Promise<string>>()

function bundleOnce(file: string): Promise<string> {
  const bundled = bundles.get(file) ?? bundle(file)
  bundles.set(file, bundled)
  return bundled
}

async function bundle(file: string): Promise<string> {
  const built = await Bun.build({ entrypoints: [join(import.meta.dir, file)], target: 'browser' })
  const text = await built.outputs[0]?.text()
  if (text === undefined) throw new Error(`${file} was not built`)
  return text
}
