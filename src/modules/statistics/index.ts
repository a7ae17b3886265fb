export { countFigures, countFiguresIn } from './actions/count-figures.ts'
export { figureRoutes } from './pages/routes.tsx'
