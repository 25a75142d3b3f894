import { ProblemError } from '../response/problem-error.ts'
import type { FieldProblems } from '../validation/field-problems.ts'
import { pointerTo } from '../validation/pointer.ts'

/** A form, parsed but not yet checked against its schema. */
export interface Form {
  /** The parts by name: text, or a file. */
  readonly value: Readonly<Record<string, string | Blob>>
  /** The input of the idempotency fingerprint: the same for the same parts, whatever their order and the boundary. */
  readonly text: string
}

/**
 * Parses `multipart/form-data` (RFC 7578). A repeated name is a field problem; a body that isn't a form is
 * a 400 problem.
 */
export async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  problems: FieldProblems,
): Promise<Form> {
  const data = await parseForm(bytes, contentType)
  // Without a prototype, because a part may be called __proto__.
  const value: Record<string, string | Blob> = Object.create(null)
  const texts: string[] = []
  for (const [name, part] of data.entries()) {
    if (name in value) problems.add('pointer', pointerTo('', name), 'unique', 'Must occur only once.')
    value[name] = part
    texts.push(JSON.stringify([name, typeof part === 'string' ? part : await digest(part)]))
  }
  return { value, text: texts.sort().join('\n') }
}

async function parseForm(bytes: Uint8Array<ArrayBuffer>, contentType: string) {
  try {
    return await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData()
  } catch {
    throw ProblemError.of(400, 'malformed_request', 'The body is not valid multipart/form-data.')
  }
}

/** The number of bytes to hash at a time, which takes a millisecond or two. */
const chunkBytes = 1_048_576

async function digest(file: Blob): Promise<string> {
  const hasher = new Bun.CryptoHasher('sha256')
  for (let offset = 0; offset < file.size; offset += chunkBytes) {
    if (offset > 0) await new Promise(setImmediate)
    // A copy of the whole file would double its memory.
    hasher.update(await file.slice(offset, offset + chunkBytes).arrayBuffer())
  }
  return hasher.digest('hex')
}
