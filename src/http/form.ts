import type { FieldProblems } from './field-problems.ts'
import { pointerTo } from './pointer.ts'
import { refuse } from './refusal.ts'

/** A form, read but not yet checked against its schema. */
export interface Form {
  /** Its parts by name: text, or a file. */
  readonly value: Readonly<Record<string, string | Blob>>
  /** The same text for the same parts, whatever stood between them. */
  readonly text: string
}

/** Reads `multipart/form-data` (RFC 7578). A name that stands twice is a problem; 400 for what is no form. */
export async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  problems: FieldProblems,
): Promise<Form> {
  const data = await parsed(bytes, contentType)
  // Without a prototype: a part may be called __proto__.
  const value: Record<string, string | Blob> = Object.create(null)
  const texts: string[] = []
  for (const [name, part] of data.entries()) {
    if (name in value) problems.add('pointer', pointerTo('', name), 'unique', 'Must stand once.')
    value[name] = part
    texts.push(JSON.stringify([name, typeof part === 'string' ? part : await digest(part)]))
  }
  return { value, text: texts.sort().join('\n') }
}

async function parsed(bytes: Uint8Array<ArrayBuffer>, contentType: string) {
  try {
    return await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData()
  } catch {
    throw refuse(400, 'malformed_request', 'The body is no multipart/form-data.')
  }
}

async function digest(file: Blob): Promise<string> {
  return new Bun.CryptoHasher('sha256').update(await file.arrayBuffer()).digest('hex')
}
