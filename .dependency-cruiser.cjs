/** The borders of docs/architecture.md. tests/house/borders.test.ts shows that each rule bites. */

/** A module may use only those listed before it. */
const order = [
  'places',
  'law',
  'accounts',
  'changes',
  'casework',
  'evidence',
  'letters',
  'messages',
  'voice',
  'imports',
  'agencies',
  'ledger',
  'licences',
  'workers',
  'job-orders',
  'adverts',
  'contracts',
  'departures',
  'onsite',
  'returns',
  'complaints',
  'protection',
  'compensation',
  'proceedings',
  'conciliation',
  'inspections',
  'sanctions',
  'guides',
  'desk',
  'statistics',
  'programme',
]

/** Tests, and what only tests use. */
const test = '[.]test[.]tsx?$|^src/.+/testing/'
const inModules = '^src/modules/([^/]+)/'
const folder = (...names) => `^src/modules/[^/]+/(${names.join('|')})/`
/** What joins the modules: it may look at everything, and nothing looks at it. */
const composition = ['^src/(composition|program)/', '^src/(?!(api-)?routes[.]ts$)[^/]+[.]tsx?$']
const named = (name, { comment, from, to }) => ({ name, severity: 'error', comment, from, to })

const ground = [
  named('no-circular', {
    comment: 'Two files that need each other are one file, or lack a third.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  }),
  named('kernel-stands-alone', {
    comment: 'The kernel runs anywhere and knows nothing.',
    from: { path: '^src/kernel/', pathNot: test },
    to: { pathNot: '^src/kernel/' },
  }),
  named('html-stands-alone', {
    comment: 'Pieces of pages: of what nothing matters here.',
    from: { path: '^src/html/', pathNot: test },
    to: { pathNot: '^src/html/', dependencyTypesNot: ['type-only'] },
  }),
  named('platform-knows-no-domain', {
    comment: 'The platform knows machines: of ours, only the kernel.',
    from: { path: '^src/platform/', pathNot: test },
    to: { path: '^src/', pathNot: '^src/(platform|kernel|html)/' },
  }),
  named('ui-knows-no-domain', {
    comment: 'The design system is drawn from what it is given.',
    from: { path: '^src/ui/', pathNot: test },
    to: { path: '^src/', pathNot: '^src/(ui|kernel|html)/' },
  }),
  named('ui-knows-only-types-of-the-kernel', {
    comment: 'A component decides nothing; it may name what it is given.',
    from: { path: '^src/ui/', pathNot: test },
    to: { path: '^src/kernel/', dependencyTypesNot: ['type-only'] },
  }),
  named('routes-are-only-paths', {
    comment: 'Any page may import routes.ts, so it may lead nowhere else.',
    from: { path: '^src/(api-)?routes[.]ts$' },
    to: { pathNot: '^src/kernel/' },
  }),
  named('nobody-imports-the-composition', {
    comment: 'What joins the modules stands above them.',
    from: { path: '^src/(kernel|html|platform|ui|modules)/', pathNot: test },
    to: { path: composition },
  }),
]

const folders = [
  named('rules-are-pure', {
    comment: 'Only the kernel, this module’s rules, zod, and the doors of earlier modules.',
    from: { path: '^src/modules/([^/]+)/rules/', pathNot: test },
    to: {
      pathNot: [
        '^src/kernel/',
        '^src/modules/$1/rules/',
        '^src/modules/[^/]+/index[.]ts$',
        '^node_modules/zod/',
      ],
    },
  }),
  named('islands-use-rules-only', {
    comment: 'They run in the browser.',
    from: { path: folder('islands'), pathNot: test },
    to: {
      path: [
        '^src/platform/',
        folder('store', 'actions', 'pages'),
        '^src/modules/[^/]+/index[.]ts$',
      ],
    },
  }),
  named('store-knows-rules-only', {
    comment: 'SQL in, rows out: no procedure and no page.',
    from: { path: folder('store'), pathNot: test },
    to: { path: [folder('actions', 'pages', 'islands'), '^src/ui/', '^src/platform/http/'] },
  }),
  named('actions-know-no-pages', {
    comment: 'The same action serves page, API and job.',
    from: { path: folder('actions'), pathNot: test },
    to: {
      path: [
        folder('pages', 'islands'),
        '^src/(ui|platform/http)/',
        '^src/(api-)?routes[.]ts$',
        '^node_modules/(fastify|preact)/',
      ],
    },
  }),
  named('pages-fetch-nothing', {
    comment: 'A page is a function from data to HTML; its route fetches.',
    from: { path: '^src/modules/[^/]+/pages/.+-page[.]tsx$' },
    to: { path: folder('store', 'actions'), dependencyTypesNot: ['type-only'] },
  }),
  named('through-the-front-door', {
    comment: 'Another module is reached only through its index.ts.',
    from: { path: inModules, pathNot: test },
    to: { path: inModules, pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index[.]ts$'] },
  }),
  named('composition-uses-the-front-door-too', {
    comment: 'Whatever the composition needs of a module, its index.ts offers.',
    from: { path: '^src/', pathNot: [inModules, test] },
    to: { path: inModules, pathNot: '^src/modules/[^/]+/index[.]ts$' },
  }),
  named('nobody-uses-their-own-front-door', {
    comment: 'Inside a module, import the file that is meant.',
    from: { path: inModules, pathNot: test },
    to: { path: '^src/modules/$1/index[.]ts$' },
  }),
]

const modulesInOrder = order.slice(0, -1).map((module, place) =>
  named(`order-${module}`, {
    comment: 'A module uses only those before it.',
    from: { path: `^src/modules/${module}/`, pathNot: test },
    to: { path: order.slice(place + 1).map((later) => `^src/modules/${later}/`) },
  }),
)

const packages = [
  named('every-module-has-its-place', {
    comment: 'A new module is entered in the order above.',
    from: { path: '^src/modules/[^/]+/', pathNot: `^src/modules/(${order.join('|')})/` },
    to: {},
  }),
  named('sql-only-in-store', {
    comment: 'The driver is known to the platform; stores are handed a transaction.',
    from: { path: '^src/', pathNot: ['^src/(platform|program)/', test] },
    to: { path: '^node_modules/postgres/' },
  }),
  named('no-tests-in-code', {
    comment: 'What runs in production does not know of tests.',
    from: { path: '^src/', pathNot: test },
    to: { path: [test, '^tests/'] },
  }),
  named('no-development-packages-in-code', {
    comment: 'They are missing where only the product is installed.',
    from: { path: '^src/', pathNot: test },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  }),
  named('everything-is-found', {
    comment: 'An import that leads nowhere.',
    from: {},
    to: { couldNotResolve: true },
  }),
  named('no-orphans', {
    comment: 'A file that nobody uses and that uses nobody.',
    from: { orphan: true, path: '^src/', pathNot: ['[.]d[.]ts$', '[.]island[.]tsx?$', test] },
    to: {},
  }),
]

module.exports = {
  forbidden: [...ground, ...folders, ...modulesInOrder, ...packages],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.node'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    builtInModules: { add: [] },
  },
}
