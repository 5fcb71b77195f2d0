import { setTextSize, type TextSize, useTextSize } from '../platform/text-size.ts';
import { words } from '../words.ts';
import { ChoiceGrid } from './choices.tsx';

/** The user's own reading size; takes effect at once on every page. */
export function TextSizeChoice() {
  const { size } = useTextSize();
  const options = (Object.keys(words.textSizes) as TextSize[]).map((value) => ({
    value,
    label: words.textSizes[value],
  }));
  return <ChoiceGrid label={words.textSize} columns={3} options={options} value={size} onChange={setTextSize} />;
}
