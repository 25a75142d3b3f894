import type { Cors } from './cors.ts'

/** What decides the headers that responses of every operation have. */
export interface SharedHeaders {
  readonly cors: Cors
  /** Whether the public reaches the app over HTTPS. */
  readonly https: boolean
}

/** A year, as preload lists ask for. Subdomains are the operator's own business. */
const strictTransport = 'max-age=31536000'

/** Adds the headers that tell a browser how to treat any response of this server. */
export function addSharedHeaders(
  headers: Record<string, string>,
  request: Request,
  { cors, https }: SharedHeaders,
): void {
  headers['X-Content-Type-Options'] = 'nosniff'
  if (https) headers['Strict-Transport-Security'] = strictTransport
  cors.addTo(headers, request)
}
