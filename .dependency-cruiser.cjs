/**
 * The arrows of the house (ARCHITECTURE.md): prose leaks, so a tool holds them.
 * A room reaches another room only through its index.ts or the types of its door.ts.
 */
const rooms = 'accounts|registry|exchange|bedside|table|companion|nearby|response|office|notices|audit|streets|live';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-imports-zod-and-itself',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/', 'node_modules/zod/'] },
    },
    {
      name: 'miniapp-imports-shared-only',
      comment: 'and never the OpenAPI writer',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: ['^server/', '^tests/', '^scripts/', '^bench/', '^shared/openapi\\.ts$'] },
    },
    {
      name: 'server-imports-shared-only',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ['^miniapp/', '^tests/', '^bench/'] },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: '^(tests|bench)/|\\.test\\.tsx?$' },
      to: { path: '^tests/' },
    },
    {
      name: 'rooms-meet-at-the-door',
      severity: 'error',
      from: { path: `^server/(${rooms})/` },
      to: { path: `^server/(${rooms})/`, pathNot: ['^server/$1/', '/(index|door)\\.ts$'] },
    },
    {
      name: 'outside-a-room-only-its-door',
      severity: 'error',
      from: { path: '^server/', pathNot: `^server/(${rooms})/` },
      to: { path: `^server/(${rooms})/`, pathNot: '/(index|door)\\.ts$' },
    },
    {
      name: 'mongo-in-models-and-stores',
      severity: 'error',
      from: { path: '^server/', pathNot: ['\\.(model|store)\\.ts$', '^server/store/', '\\.test\\.ts$'] },
      to: { path: 'node_modules/(mongoose|mongodb|bson)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'koa-at-the-border',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(http/|app\\.ts$|main\\.ts$|start\\.ts$)' },
      to: { path: 'node_modules/(@types/)?(koa|find-my-way|raw-body|sirv)/' },
    },
    {
      name: 'device-calls-in-platform',
      comment:
        '@tarojs/taro gives device calls; components come from @tarojs/components. Page hooks and app config are Taro’s too.',
      severity: 'error',
      from: { path: '^miniapp/src/', pathNot: ['^miniapp/src/platform/', '\\.test\\.tsx?$'] },
      to: { path: 'node_modules/@tarojs/taro/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^miniapp/dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.json'],
    },
  },
};
