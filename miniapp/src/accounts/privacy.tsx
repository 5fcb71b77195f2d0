import { Card, Words } from '../ui/index.ts';
import { privacyWords } from './words.ts';

/** What is kept of a person, who sees it, and how to change it, in plain sentences. */
export function Privacy() {
  return (
    <Card>
      {privacyWords.map((line) => (
        <Words key={line}>{line}</Words>
      ))}
    </Card>
  );
}
