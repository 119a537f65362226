import { expect } from '@open-wc/testing';
import { Certificate } from '../../src/room/certificate.js';

const printOf = async (connection: RTCPeerConnection): Promise<string | undefined> => {
  connection.createDataChannel('any');
  await connection.setLocalDescription();
  return /^a=fingerprint:(.*)$/mu.exec(connection.localDescription?.sdp ?? '')?.[1];
};

describe('the certificate of a session', () => {
  it('is that of each of its connections, and of no other session', async () => {
    const certificates = [new Certificate(), new Certificate()] as const;
    await Promise.all(certificates.map(({ isSettled }) => isSettled));
    const [one, other] = certificates;
    const connections = [one, one, other].map(
      (certificate) => new RTCPeerConnection(certificate.in({ bundlePolicy: 'max-bundle' })),
    );
    const [first, second, third] = await Promise.all(connections.map(printOf));
    expect(first).to.match(/^sha-256 /u);
    expect(second).to.equal(first);
    expect(third).to.not.equal(first);
    connections[0]?.setConfiguration(one.in({ bundlePolicy: 'max-bundle', iceServers: [] }));
    for (const connection of connections) connection.close();
  });

  it('keeps nobody out whose browser makes none', async () => {
    const generate = RTCPeerConnection.generateCertificate.bind(RTCPeerConnection);
    const refuse = () => Promise.reject(new DOMException('none', 'NotSupportedError'));
    try {
      for (const instead of [refuse, undefined]) {
        Object.assign(RTCPeerConnection, { generateCertificate: instead });
        const certificate = new Certificate();
        await certificate.isSettled;
        expect(certificate.in({ iceServers: [] })).to.deep.equal({ iceServers: [] });
      }
    } finally {
      RTCPeerConnection.generateCertificate = generate;
    }
  });
});
