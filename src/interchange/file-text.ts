import { isUtf8 } from 'node:buffer'
import { detectUnmarkedUtf16, legacyEncoding, type TextEncoding, toUtf8 } from './encoding.ts'
import { ImportFileError } from './model.ts'

/** The maximum size of a file: 20 MiB. */
export const maxFileBytes = 20 * 1024 * 1024

/** The first bytes of other kinds of files that people upload, each with advice. */
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

const utf8Mark = [0xef, 0xbb, 0xbf]
const littleEndianMark = [0xff, 0xfe]
const bigEndianMark = [0xfe, 0xff]

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

export interface FileText {
  /** As UTF-8, without a byte order mark. */
  readonly bytes: Buffer
  /** The file's own encoding. */
  readonly encoding: TextEncoding
}

/**
 * Decodes a file in any common encoding.
 *
 * @param isKnownFormat whether the beginning of a file, in UTF-8, is that of a known format; used to choose a legacy
 *   encoding
 * @throws {ImportFileError} `too_large`, `empty` or `binary`
 */
export async function fileText(
  file: Uint8Array,
  pause: () => Promise<void> | undefined,
  isKnownFormat: (head: Buffer) => boolean,
): Promise<FileText> {
  if (file.byteLength > maxFileBytes)
    throw new ImportFileError('too_large', `The file is larger than ${maxFileBytes / 1024 / 1024} MiB.`)
  for (const [start, message] of signatures)
    if (beginsWith(file, start)) throw new ImportFileError('binary', message)
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const encoding = encodingOf(bytes, isKnownFormat)
  const text = encoding === 'utf-8' ? bytes : await toUtf8(bytes, encoding, pause)
  const withoutMark = beginsWith(text, utf8Mark) ? text.subarray(utf8Mark.length) : text
  if (firstVisible(withoutMark) === -1) throw new ImportFileError('empty', 'The file is empty.')
  return { bytes: withoutMark, encoding }
}

function encodingOf(bytes: Buffer, isKnownFormat: (head: Buffer) => boolean): TextEncoding {
  if (beginsWith(bytes, littleEndianMark)) return 'utf-16le'
  if (beginsWith(bytes, bigEndianMark)) return 'utf-16be'
  const nul = bytes.indexOf(0)
  if (nul === -1) return isUtf8(bytes) ? 'utf-8' : legacyEncoding(bytes, isKnownFormat)
  const utf16 = detectUnmarkedUtf16(bytes)
  if (utf16) return utf16
  throw new ImportFileError('binary', `The file is not text: byte ${nul + 1} is zero, as in a binary file.`)
}

/** The offset of the first byte that is neither a space nor a control character; -1 if there is none. */
export function firstVisible(bytes: Uint8Array): number {
  for (let index = 0; index < bytes.length; index++) if ((bytes[index] ?? 0) > 0x20) return index
  return -1
}
