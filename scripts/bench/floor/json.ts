const headers = { 'Content-Type': 'application/json' }

/** A JSON response with only the headers that HTTP requires. */
export function json(body: unknown, status = 200): Response {
  return jsonText(JSON.stringify(body), status)
}

/** A response with JSON text and only the headers that HTTP requires. */
export function jsonText(text: string, status = 200): Response {
  return new Response(text, { status, headers })
}

/** The response to requests that aren't part of the benchmark. */
export function notFound(): Response {
  return new Response(null, { status: 404 })
}
