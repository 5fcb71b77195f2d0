import { Image } from '@tarojs/components';
import { aria } from './aria.ts';

interface PictureProps {
  /** An address or a data URI. */
  src: string;
  /** What it shows; empty for decoration. */
  label: string;
  /** In px. */
  width: number;
  height: number;
  className?: string | undefined;
}

/** A picture that keeps its proportions: `<img>` on the web, `<image>` in WeChat. */
export function Picture({ src, label, width, height, className = '' }: PictureProps) {
  const style = { width: `${width}px`, height: `${height}px` };
  if (process.env.TARO_ENV === 'h5') {
    return <img className={`w-picture ${className}`} src={src} alt={label} style={style} />;
  }
  return (
    <Image
      className={`w-picture ${className}`}
      src={src}
      mode="aspectFit"
      style={style}
      {...aria(label ? { role: 'img', label } : { hidden: true })}
    />
  );
}

/** An SVG text as an address that both targets draw. WeChat draws no `<style>` and no percent units inside. */
export const svgUri = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;
