// The first word, in the start tap: some phones let a voice speak later only when one has spoken then. It
// is a space that nobody hears, and by a voice of the device: another one would ask the network.

export function speakNothing() {
  const { speechSynthesis } = globalThis;
  const voice = speechSynthesis?.getVoices().find((each) => each.localService);
  if (voice) {
    speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(" "), { voice, volume: 0 }));
  }
}
