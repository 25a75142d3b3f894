const headers = { 'Content-Type': 'application/json' }

/** A JSON answer with no header more than it needs. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers })
}

/** For what the benchmark doesn't ask. */
export function notFound(): Response {
  return new Response(null, { status: 404 })
}
