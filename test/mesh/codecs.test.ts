import { expect } from '@open-wc/testing';
import { offerCommonCodecs, worthOffering } from '../../src/mesh/codecs.js';

const codec = (mimeType: string, sdpFmtpLine?: string): RTCRtpCodec => ({
  mimeType,
  clockRate: 90_000,
  ...(sdpFmtpLine === undefined ? {} : { sdpFmtpLine }),
});
const [VP8, RTX, RED] = [codec('video/VP8'), codec('video/rtx'), codec('audio/red')];
const [VP9, AV1] = [codec('video/VP9', 'profile-id=0'), codec('video/AV1', 'level-idx=5;profile=0;tier=0')];
const H264 = codec('video/H264', 'level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f');

describe('the codecs that are offered', () => {
  it('are those that every browser can do, each in its plain profile, and the repair of lost packets', () => {
    const all = [VP8, RTX, codec('video/VP9', 'profile-id=2'), VP9, H264, codec('video/AV1', 'profile=1'), AV1];
    const more = [codec('video/H264', 'packetization-mode=0;profile-level-id=42e01f'), codec('video/ulpfec')];
    expect(worthOffering([...all, ...more], 'video')).to.deep.equal([VP8, RTX, VP9, H264, AV1]);
  });

  it('are VP9 or AV1 where there is neither VP8 nor H.264', () => {
    expect(worthOffering([VP9, RTX], 'video')).to.deep.equal([VP9, RTX]);
    expect(worthOffering([AV1], 'video')).to.deep.equal([AV1]);
  });

  it('are left to the browser where only repair would be left, which no browser takes', () => {
    expect(worthOffering([RTX, codec('video/H265')], 'video')).to.deep.equal([]);
    expect(worthOffering([RED], 'audio')).to.deep.equal([]);
  });

  it('are taken by the browser', () => {
    const connection = new RTCPeerConnection();
    for (const kind of ['audio', 'video'] as const) offerCommonCodecs(connection.addTransceiver(kind), kind);
    connection.close();
  });
});
