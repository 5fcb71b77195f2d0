export { FiveSides } from './five-sides.tsx';
export { SideStrip } from './side-strip.tsx';
