let settable: boolean | undefined;

/** Whether a page may set how loud a medium plays. iOS leaves that to the buttons of the device and always says 1. */
export const canSetVolume = (): boolean => {
  if (settable === undefined) {
    const audio = document.createElement('audio');
    audio.volume = 0.5;
    settable = audio.volume === 0.5;
  }
  return settable;
};
