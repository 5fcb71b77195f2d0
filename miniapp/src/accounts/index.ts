export { useMe } from './use-me.ts';
export { useStreets } from './use-streets.ts';
