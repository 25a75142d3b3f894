/** A connection on which a test writes raw bytes, which no HTTP client would send. */
export interface RawSocket {
  write(text: string | Uint8Array): void
  /** Everything received so far, once it contains a text; fails if the connection ends without it. */
  until(text: string): Promise<string>
  /** Everything received until the server closed the connection. */
  rest(): Promise<string>
  close(): void
}

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
      const written = socket.write(bytes)
      if (written < bytes.byteLength) {
        if (written > 0) pending[0] = bytes.subarray(written)
        return
      }
      pending.shift()
    }
  }
  const change = () =>
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
        if (ended) throw new Error(`The connection ended after: ${received}`)
        await change()
      }
      return received
    },
    async rest() {
      while (!ended) await change()
      return received
    },
    close: () => socket.terminate(),
  }
}
