import { isUtf8 } from 'node:buffer'
import { ImportFileError } from './model.ts'

/** The maximum size of a file: 20 MiB. */
export const maxFileBytes = 20 * 1024 * 1024

/** How other files that people try begin, and what to do about them. */
const signatures: readonly (readonly [start: readonly number[], message: string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is a ZIP archive or a spreadsheet: unpack it, or save the sheet as CSV (UTF-8).',
  ],
  [[0x1f, 0x8b], 'This is a gzip archive: unpack it first.'],
  [
    [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
    'This is a database, such as a FitNotes backup: export the workouts as CSV instead.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF: export the workouts as CSV instead.'],
]

const byteOrderMark = [0xef, 0xbb, 0xbf]

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** The line number, from 1, of an offset in a text. */
function lineAt(text: string, end: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) line++
  return line
}

/**
 * The bytes of a text file without its byte order mark.
 *
 * @throws {ImportFileError} `too_large`, `empty`, `binary` or `not_utf8`
 */
export function textBytes(file: Uint8Array): Buffer {
  if (file.byteLength > maxFileBytes)
    throw new ImportFileError('too_large', `The file is larger than ${maxFileBytes / 1024 / 1024} MiB.`)
  for (const [start, message] of signatures)
    if (beginsWith(file, start)) throw new ImportFileError('binary', message)
  if (beginsWith(file, [0xff, 0xfe]) || beginsWith(file, [0xfe, 0xff]))
    throw new ImportFileError('not_utf8', 'The file is UTF-16 by its byte order mark: save it as UTF-8.', 1)
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const nul = bytes.indexOf(0)
  if (nul !== -1)
    throw new ImportFileError(
      'binary',
      `The file is not text: byte ${nul + 1} is zero, as in a binary file or UTF-16.`,
    )
  if (!isUtf8(bytes)) {
    const line = lineAt(bytes.toString('utf8'), bytes.toString('utf8').indexOf('\ufffd'))
    throw new ImportFileError(
      'not_utf8',
      `The file is not UTF-8 from line ${line} on: save it as UTF-8.`,
      line,
    )
  }
  const text = beginsWith(bytes, byteOrderMark) ? bytes.subarray(byteOrderMark.length) : bytes
  if (isBlank(text)) throw new ImportFileError('empty', 'The file is empty.')
  return text
}

const blank = new Set([0x09, 0x0a, 0x0d, 0x20])

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => blank.has(byte))
}
