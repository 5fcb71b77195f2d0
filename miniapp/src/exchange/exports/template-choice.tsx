import { PlainButton, Row, Stack, Words } from '../../ui/index.ts';
import { UploadSteps } from '../upload-steps.tsx';
import type { Upload } from '../use-upload.ts';
import { titleOf, exportWords as w } from '../words.ts';

/** A form of the office's own, whose header decides what is filled in. */
export function TemplateChoice({ upload }: { upload: Upload }) {
  const { state, choose, stop } = upload;
  return (
    <Stack>
      <Words tone="soft">{w.templateLead}</Words>
      <UploadSteps upload={upload} />
      {state.at === 'there' ? (
        <Row>
          <Words tone="strong">{w.templateIs(titleOf(state.name))}</Words>
          <PlainButton id="template-off" onTap={stop}>
            {w.templateOff}
          </PlainButton>
        </Row>
      ) : null}
      {state.at === 'idle' ? (
        <PlainButton
          id="choose-template"
          onTap={() => {
            void choose();
          }}
        >
          {w.template}
        </PlainButton>
      ) : null}
    </Stack>
  );
}
