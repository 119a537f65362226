import { allowedByPolicy } from '../../media/policy.js';
import { isRefusal } from '../../protocol/kind.js';
import { copyText } from './clipboard.js';

/** Whether the system has a sheet for sharing links, which the frame around the page allows. */
export const canShare = (): boolean => typeof navigator.share === 'function' && allowedByPolicy('web-share') !== false;

/** How inviting went. `kept`: the person closed the system's sheet again. */
export type Invited = 'shared' | 'copied' | 'kept' | 'refused';

/** Shares a link by the system's sheet, or copies it where there is none. Call it in a gesture. */
export const invite = async (url: string, title: string): Promise<Invited> => {
  if (canShare()) {
    try {
      await navigator.share({ url, title });
      return 'shared';
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (error.name === 'AbortError') return 'kept';
    }
  }
  return (await copyText(url)) ? 'copied' : 'refused';
};
