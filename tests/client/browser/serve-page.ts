import { join } from 'node:path'

/** A server for the page's files, with an origin of its own, as a frontend's would have. */
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
      '/page.js': await bundled(script),
      '/worker.js': await bundled('worker.ts'),
      '/favicon.ico': new Response(null, { status: 204 }),
    },
  })
  return { origin: server.url.origin, stop: () => server.stop(true) }
}

async function bundled(file: string): Promise<Response> {
  const built = await Bun.build({ entrypoints: [join(import.meta.dir, file)], target: 'browser' })
  const text = await built.outputs[0]?.text()
  if (text === undefined) throw new Error(`${file} was not built`)
  return new Response(text, { headers: { 'Content-Type': 'text/javascript' } })
}
