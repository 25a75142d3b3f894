/** The maximum length of a name to include in a response. */
const maxNameLength = 64
const printable = /^[\x20-\x7e\u00a0-\ud7ff\ue000-\uffff]*$/

/**
 * Appends a member's name to a JSON Pointer (RFC 6901). A name that isn't short and printable is never
 * included in a response: the pointer is then the parent's.
 */
export function pointerTo(parent: string, name: string): string {
  if (name.length > maxNameLength || !printable.test(name)) return parent
  return `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
