import type { Readable } from 'node:stream'
import { Client, type ClientConfig } from 'pg'
import { MessageReader } from './message-reader.ts'

/** The driver's connection, except that it passes on rows as they arrive; see {@link MessageReader}. */
export class RawRowClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    const { connection } = this
    // Called by the driver when it is about to send its first message, on a socket that may be encrypted.
    const attachListeners = (stream: Readable) => {
      const reader = new MessageReader(
        (row) => connection.emit('dataRow', row),
        (message) => connection.emit(message.name === 'error' ? 'errorMessage' : message.name, message),
      )
      stream.on('data', (chunk: Buffer) => reader.read(chunk))
    }
    Object.assign(connection, { attachListeners })
  }
}
