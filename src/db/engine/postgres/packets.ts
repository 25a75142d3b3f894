import { Duplex } from 'node:stream'
import type { ClientBase } from 'pg'

/**
 * Runs code that sends statements on a connection so that they leave this process together: each write to the socket
 * costs both sides a system call. What follows in the same turn of the event loop leaves with them.
 */
export function inOnePacket<T>(client: ClientBase, send: () => T): T {
  const stream = streamOf(client)
  stream?.cork()
  try {
    return send()
  } finally {
    if (stream) process.nextTick(() => stream.uncork())
  }
}

/** The driver doesn't declare it in its types. */
function streamOf(client: ClientBase): Duplex | undefined {
  const connection: unknown = Reflect.get(client, 'connection')
  const stream: unknown = Reflect.get(Object(connection), 'stream')
  return stream instanceof Duplex ? stream : undefined
}
