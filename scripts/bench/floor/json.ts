const headers = { 'Content-Type': 'application/json' }

/** A JSON response with only the headers that HTTP requires. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers })
}

/** For requests that the benchmark doesn't make. */
export function notFound(): Response {
  return new Response(null, { status: 404 })
}
