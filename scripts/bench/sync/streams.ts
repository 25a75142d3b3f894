/** An open event stream, parsed only as far as the benchmark needs. */
export interface OpenStream {
  /** Resolves when an event with this number, or a later one, has arrived. */
  reached(seq: number): Promise<void>
  close(): void
}

/**
 * Opens a stream; resolves with its first event. Uses its own socket, because `fetch` opens at most 256
 * connections.
 */
export async function openStream(port: number, token: string): Promise<OpenStream> {
  let lastSeq = -1
  let waiters: { readonly seq: number; readonly resolve: () => void }[] = []
  const opened = Promise.withResolvers<void>()
  const decoder = new TextDecoder()
  const socket = await Bun.connect({
    hostname: '127.0.0.1',
    port,
    socket: {
      open(self) {
        self.write(
          `GET /api/sync/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`,
        )
      },
      data(_, bytes) {
        for (const [, seq] of decoder.decode(bytes).matchAll(/data: \{"seq":(\d+)\}/g)) lastSeq = Number(seq)
        if (lastSeq >= 0) opened.resolve()
        for (const { seq, resolve } of waiters) if (seq <= lastSeq) resolve()
        waiters = waiters.filter(({ seq }) => seq > lastSeq)
      },
      close: () => opened.reject(new Error('a stream was rejected')),
    },
  })
  await opened.promise
  return {
    reached: (seq) =>
      seq <= lastSeq ? Promise.resolve() : new Promise((resolve) => waiters.push({ seq, resolve })),
    close: () => socket.terminate(),
  }
}
