import { spawnSync } from 'node:child_process';

/** The whole proof, in the order in which a fault shows soonest. Stops at the first step that fails. */
const steps: [name: string, command: string][] = [
  ['machine', 'sh scripts/setup-machine.sh'],
  ['format and lint', 'biome check .'],
  ['types', 'tsc -p .'],
  ['import arrows', 'depcruise shared server miniapp/src tests scripts --output-type err'],
  ['unused exports and dependencies', 'knip'],
  ['mini-program builds (web and weapp)', 'node scripts/build-miniapp.ts h5 weapp'],
  ['weapp bundle rules', 'node scripts/check-weapp.ts'],
  ['unit, API, fault and journey tests', 'vitest run'],
];

const only = process.argv[2];
const began = performance.now();
const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

for (const [name, command] of steps.filter(([name]) => only === undefined || name.includes(only))) {
  console.log(`\n── ${name}`);
  const at = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n✗ ${name} failed (${command})`);
    process.exit(status ?? 1);
  }
  console.log(`   ${seconds(at)}`);
}
console.log(`\n✓ all proved in ${seconds(began)}`);
