import { View } from '@tarojs/components';
import { useDraft } from '../../platform/drafts.ts';
import { choosePhoto } from '../../platform/photo.ts';
import { Picture, PlainButton, Section, Words } from '../../ui/index.ts';
import { sendPhoto, type Visit } from './send-report.ts';
import { reportWords as say } from './words.ts';

/** The most that the server takes for one service. */
export const mostPhotos = 3;

/** Photos chosen but not sent, as base64; each under a key of its own, since one nearly fills what a key may hold. */
export function usePhotoDrafts(taskId: string) {
  const slots = [
    useDraft<string>(`photo/${taskId}/1`, ''),
    useDraft<string>(`photo/${taskId}/2`, ''),
    useDraft<string>(`photo/${taskId}/3`, ''),
  ];
  return {
    photos: slots.map(([photo]) => photo),
    set: (index: number, photo: string) => slots[index]?.[1](photo),
    /** Sends each that was chosen, or keeps it in the outbox; what went is no longer a draft. */
    async send(visit: Visit) {
      for (const [photo, set, drop] of slots) {
        if (!photo) continue;
        await sendPhoto(visit, photo);
        set('');
        drop();
      }
    },
  };
}

/** Optional photos: none is fine, and said so (domain.md §9: never forced). `room`: how many the task still takes. */
export function ReportPhotos({ drafts, room }: { drafts: ReturnType<typeof usePhotoDrafts>; room: number }) {
  const { photos, set } = drafts;
  const chosen = photos.flatMap((base64, index) => (base64 ? [{ base64, index }] : []));
  async function add() {
    const photo = await choosePhoto();
    const free = photos.indexOf('');
    if (photo && free >= 0) set(free, photo.base64);
  }
  return (
    <Section title={say.photos}>
      <Words tone="soft">{say.photosHint}</Words>
      {chosen.map(({ base64, index }, place) => (
        <View className="w-photo" key={index}>
          <Picture src={`data:image/jpeg;base64,${base64}`} label={say.photoOf(place + 1)} width={96} height={96} />
          <PlainButton id={`drop-photo-${place + 1}`} onTap={() => set(index, '')}>
            {say.dropPhoto(place + 1)}
          </PlainButton>
        </View>
      ))}
      {chosen.length < room ? (
        <PlainButton id="add-photo" icon="camera" onTap={add}>
          {say.addPhoto}
        </PlainButton>
      ) : (
        <Words tone="soft">{say.photoFull}</Words>
      )}
    </Section>
  );
}
