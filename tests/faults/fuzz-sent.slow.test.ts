import { fuzz } from './fuzz.ts'

fuzz('post')
