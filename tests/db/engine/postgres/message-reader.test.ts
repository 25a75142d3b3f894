import { expect, test } from 'bun:test'
import { MessageReader } from '#db/engine/postgres/message-reader.ts'
import { rowOf } from '#db/engine/postgres/rows.ts'

/** A message as the server sends it. */
function message(code: string, body: Uint8Array): Buffer {
  const header = Buffer.alloc(5)
  header.write(code)
  header.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([header, body])
}

/** A message with a row of one text column. */
function row(text: string): Buffer {
  const bytes = Buffer.from(text)
  const head = Buffer.alloc(6)
  head.writeInt16BE(1)
  head.writeInt32BE(bytes.length, 2)
  return message('D', Buffer.concat([head, bytes]))
}

const columns = [
  {
    name: 'text',
    size: undefined,
    read: (bytes: Buffer, start: number, end: number) => bytes.toString('utf8', start, end),
  },
]

test('rows and other messages are read in order, however they are split into chunks', () => {
  const long = 'Fußheben '.repeat(50)
  const bytes = Buffer.concat([
    row('a'),
    row(''),
    row(long),
    message('C', Buffer.from('SELECT 3\0')),
    message('Z', Buffer.from('I')),
    row('b'),
  ])
  const expected = ['a', '', long, 'commandComplete', 'readyForQuery', 'b']
  for (const size of [1, 2, 3, 4, 5, 6, 7, 11, 64, 499, bytes.length]) {
    const read: unknown[] = []
    const reader = new MessageReader(
      (rawRow) => read.push(Object.values(rowOf(columns, rawRow))[0]),
      ({ name }) => read.push(name),
    )
    for (let start = 0; start < bytes.length; start += size) reader.read(bytes.subarray(start, start + size))
    expect({ size, read }).toEqual({ size, read: expected })
  }
})
