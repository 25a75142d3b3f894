import { signal } from '@preact/signals'

/** The sheet that is open over the workout. */
export type OpenSheet =
  | { readonly kind: 'set'; readonly exerciseEntryId: string; readonly setId: string }
  | { readonly kind: 'exercise'; readonly exerciseEntryId: string }
  | { readonly kind: 'rest'; readonly exerciseEntryId: string }
  | { readonly kind: 'order' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'name' }

export const sheet = signal<OpenSheet | undefined>(undefined)

export const closeSheet = (): void => {
  sheet.value = undefined
}
