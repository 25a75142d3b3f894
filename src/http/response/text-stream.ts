const encoder = new TextEncoder()

/**
 * A body streamed piece by piece, each generated when the client is ready for it; other requests run in between.
 * When the client disconnects, the generator is closed, which Elysia doesn't do for an `async function*`.
 */
export function textStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) return controller.close()
      controller.enqueue(encoder.encode(value))
      // Otherwise a fast client would monopolize the server.
      await new Promise(setImmediate)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
