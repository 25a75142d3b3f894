import { type Catalogue, openCatalogue } from '#client/catalogue/index.ts'
import { indexedDbStore } from '#client/index.ts'
import { log } from './log.ts'

/** Opens this device's copy of the catalogue, which checks the server for changes once a day. */
export const openStoredCatalogue = (): Promise<Catalogue> =>
  openCatalogue(log(), { storage: indexedDbStore('replog-catalogue') })
