import { fuzz } from './fuzz.ts'

fuzz('get')
