const encoder = new TextEncoder()

/**
 * A body made of pieces of text, each produced when the client has room for it; other requests get their turn
 * in between. When the client disconnects, the generator is told to end, which Elysia does not do for an
 * `async function*`.
 */
export function textStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) return controller.close()
      controller.enqueue(encoder.encode(value))
      // Otherwise a client that reads everything at once would have the server to itself until the end.
      await new Promise(setImmediate)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
