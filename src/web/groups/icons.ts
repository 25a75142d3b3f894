import { addIcons } from '../parts/icon-names.ts'
import { moreIcons } from '../parts/more-icon-paths.ts'

addIcons(moreIcons)
