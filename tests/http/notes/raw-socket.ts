/** A connection that sends raw bytes, even ones that no HTTP client would send. */
export interface RawSocket {
  write(text: string | Uint8Array): void
  /** Resolves to everything received, once it contains the text. Rejects if the connection ends before that. */
  until(text: string): Promise<string>
  /** Resolves to everything received, once the server has closed the connection. */
  untilClosed(): Promise<string>
  close(): void
}

/** Connects to a local port. */
export async function rawSocket(port: number): Promise<RawSocket> {
  let received = ''
  let ended = false
  let wake = () => {}
  const pending: Uint8Array[] = []
  const socket = await Bun.connect({
    hostname: '127.0.0.1',
    port,
    socket: {
      data(_, bytes) {
        received += bytes.toString('latin1')
        wake()
      },
      drain: () => flush(),
      error() {
        ended = true
        wake()
      },
      close() {
        ended = true
        wake()
      },
    },
  })
  const flush = () => {
    for (let bytes = pending[0]; bytes !== undefined; bytes = pending[0]) {
      const bytesWritten = socket.write(bytes)
      if (bytesWritten < bytes.byteLength) {
        if (bytesWritten > 0) pending[0] = bytes.subarray(bytesWritten)
        return
      }
      pending.shift()
    }
  }
  const nextEvent = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  return {
    write(text) {
      pending.push(typeof text === 'string' ? Buffer.from(text, 'latin1') : text)
      if (pending.length === 1) flush()
    },
    async until(text) {
      while (!received.includes(text)) {
        if (ended) throw new Error(`the connection ended after: ${received}`)
        await nextEvent()
      }
      return received
    },
    async untilClosed() {
      while (!ended) await nextEvent()
      return received
    },
    close: () => socket.terminate(),
  }
}
