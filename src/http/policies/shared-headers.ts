import type { Cors } from './cors.ts'

/** The settings behind the headers that every response has. */
export interface SharedHeaders {
  readonly cors: Cors
  /** Whether the public reaches the app over HTTPS. */
  readonly https: boolean
}

/** A year, as preload lists require. Whether subdomains are included is the operator's decision. */
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
