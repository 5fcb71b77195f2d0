export { openOwnPlace } from './home-of.ts';
export { become, type Me, useMe } from './use-me.ts';
export { useStreets } from './use-streets.ts';
