/** The maximum time and amount to read and discard. */
const limits = { ms: 1_000, bytes: 33_554_432 } as const

type Reader = ReadableStreamDefaultReader<Uint8Array>

/**
 * Discards the rest of a body that is too large, within limits, before responding with 413. Bun closes a
 * connection with `Connection: close` as soon as it has responded, and a client that is still sending
 * would see a broken pipe instead of the response; on any other connection, Bun itself keeps reading.
 */
export async function linger(request: Request, reader: Reader | undefined): Promise<void> {
  if (!/\bclose\b/i.test(request.headers.get('connection') ?? '')) return release(reader)
  const bodyReader = reader ?? request.body?.getReader()
  const timeout = setTimeout(() => release(bodyReader), limits.ms)
  try {
    let size = 0
    for (let part = await bodyReader?.read(); part?.value; part = await bodyReader?.read()) {
      size += part.value.byteLength
      if (size > limits.bytes) break
    }
  } catch {
    // The client has disconnected, so nobody would read the response.
  }
  clearTimeout(timeout)
  release(bodyReader)
}

/** Doesn't wait for the cancellation, because the client may keep sending indefinitely. */
function release(reader: Reader | undefined): void {
  reader?.cancel().catch(() => undefined)
}
