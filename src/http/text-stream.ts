const encoder = new TextEncoder()

/**
 * A body of pieces of text, each made when the client has room for it. When the client goes, the pieces are told to end, which
 * an `async function*` as a body would not be.
 */
export function textStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
