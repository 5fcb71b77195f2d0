import { useTextSize } from '../platform/text-size.ts';
import { sides, words } from '../words.ts';
import { Picture, svgUri } from './base/picture.tsx';
import { pentagonSvg } from './pentagon.ts';

const spoken = `${words.brand}：${sides.map(({ name, gives }) => name + gives).join('，')}`;

/** The sign of the house. From 200 px on it names its five sides; smaller it is a plain mark. */
export function PentagonSign({ size = 280, label = spoken }: { size?: number; label?: string }) {
  const { scale } = useTextSize();
  const svg = pentagonSvg(size, size >= 200, Math.min(20 * scale, size / 10));
  return <Picture className="w-sign" src={svgUri(svg)} label={label} width={size} height={size} />;
}
